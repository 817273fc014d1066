using MathNet.Numerics.Statistics;

namespace Interleave.Client.Measuring.Statistics;

/// <summary>Finds out how much a statistic would vary by drawing from the values again and again, with replacement.</summary>
internal static class Bootstrap
{
    private const int Resamples = 4_000;

    /// <summary>The percentile interval of a statistic.</summary>
    /// <param name="statistic">May reorder what it is given.</param>
    public static (double Low, double High) Interval(IReadOnlyList<double> values, Func<double[], double> statistic, double confidence, int seed)
    {
        var replicates = Replicates(values, statistic, Resamples, seed);
        Array.Sort(replicates);
        var tail = (1 - confidence) / 2;
        return (SortedArrayStatistics.Quantile(replicates, tail), SortedArrayStatistics.Quantile(replicates, 1 - tail));
    }

    /// <summary>The statistic of <paramref name="count"/> samples that were drawn from the values.</summary>
    public static double[] Replicates(IReadOnlyList<double> values, Func<double[], double> statistic, int count, int seed)
    {
        var random = new Random(seed);
        var sample = new double[values.Count];
        var replicates = new double[count];
        for (var replicate = 0; replicate < count; replicate++)
        {
            for (var index = 0; index < sample.Length; index++)
            {
                sample[index] = values[random.Next(values.Count)];
            }

            replicates[replicate] = statistic(sample);
        }

        return replicates;
    }
}
