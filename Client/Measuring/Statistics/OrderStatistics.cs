using MathNet.Numerics.Distributions;

namespace Interleave.Client.Measuring.Statistics;

/// <summary>Which of a sample's sorted values bound the true median, whatever the values are distributed like.</summary>
/// <remarks>
/// A value lies below the true median as often as a coin shows heads, so the binomial distribution alone says how often two of the sorted values hold
/// the median between them (Conover, Practical Nonparametric Statistics, 1999, section 3.2). Exact where values are independent of each other.
/// </remarks>
internal static class OrderStatistics
{
    /// <summary>With fewer values, not even their whole range reaches <see cref="Confidence"/>.</summary>
    public const int FewestForConfidence = 6;

    public const double Confidence = 0.95;

    /// <summary>The rank, from 1, of the lower bound; the upper one has the same rank counted from above.</summary>
    /// <remarks>The tightest interval that has the confidence, such as ranks 2 and 9 of ten; of fewer than six values, their range.</remarks>
    public static int RankOfLow(int count)
    {
        var rank = 1;
        while (Coverage(count, rank + 1) >= Confidence)
        {
            rank++;
        }

        return rank;
    }

    /// <summary>How often the values of this rank from below and from above hold the true median between them.</summary>
    public static double Coverage(int count, int rank) => 1 - (2 * Binomial.CDF(0.5, count, rank - 1));
}
