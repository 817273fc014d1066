using MathNet.Numerics.Statistics;

namespace Interleave.Client.Measuring.Machine;

/// <summary>Tells from the noise samples of all rounds which rounds the machine disturbed.</summary>
/// <remarks>
/// A round is disturbed when its sample lies further from the median than three standard deviations, estimated by the median absolute
/// deviation (as Iglewicz and Hoaglin advise for outliers), and than a tenth of it; or when its cores were taken away for more than a tenth
/// of the time, which also shows a disturbance that lasted from the first round to the last.
/// </remarks>
internal static class Noise
{
    private const double Deviations = 3;
    private const double TolerableShare = 0.1;

    // The median absolute deviation of a normal distribution, times this, is its standard deviation.
    private const double NormalConsistency = 1.4826;

    /// <returns>For each sample, in their order, what it says of its round.</returns>
    public static IReadOnlyList<RoundNoise> Judge(IReadOnlyList<NoiseSample> samples)
    {
        if (samples.Count == 0)
        {
            return [];
        }

        var quiet = samples.Min(sample => sample.Elapsed);
        var median = samples.Select(sample => sample.Elapsed).Median();
        var deviation = NormalConsistency * samples.Select(sample => Math.Abs(sample.Elapsed - median)).Median();
        var tolerable = Math.Max(Deviations * deviation, TolerableShare * median);
        return
        [
            .. samples.Select(sample => new RoundNoise(
                (sample.Elapsed / quiet) - 1,
                Math.Abs(sample.Elapsed - median) > tolerable || sample.Waited > TolerableShare)),
        ];
    }
}
