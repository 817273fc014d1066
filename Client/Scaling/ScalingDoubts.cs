using System.Globalization;
using Interleave.Client.Measuring.Statistics;

namespace Interleave.Client.Scaling;

/// <summary>Says how far a fit may be trusted.</summary>
internal static class ScalingDoubts
{
    private const double GoodDetermination = 0.9;
    private const double Superlinear = 1.05;

    /// <summary>A peak so many times beyond the largest number that was tried is a guess.</summary>
    private const double FarthestPeak = 2;

    public static IEnumerable<string> Of(
        ScalingAxis axis, IReadOnlyList<ScalingPoint> points, int rounds, int cores, Estimate crosstalk, ScalabilityLaw law, double? determination)
    {
        var most = points[^1].Number;
        var noun = axis == ScalingAxis.Cores ? "cores" : "silos";
        switch (points.Count)
        {
            case 2:
                yield return $"two points cannot tell contention from crosstalk: all of the loss is taken for contention, and no peak can be predicted";
                break;
            case 3:
                yield return "the law has two costs and fits nearly any three points: how well it fits says nothing here";
                break;
        }

        if (law.Contention >= 1)
        {
            yield return $"more {noun} did less: a contention beyond 100 % stands for that";
        }

        if (determination < GoodDetermination)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"the law explains {Math.Max(0, determination.Value):0 %} of the variation only (R²)");
        }

        if (rounds < OrderStatistics.FewestForConfidence)
        {
            yield return $"{rounds} sound rounds: intervals need {OrderStatistics.FewestForConfidence}";
        }

        if (points.Where(point => point.Efficiency.Low > Superlinear).Select(point => point.Number).FirstOrDefault() is > 0 and var superlinear)
        {
            yield return $"{superlinear} {noun} yield more than {superlinear} times what one does, which the law does not know";
        }

        if (law.Peak is { } peak && points.Count > 2 && crosstalk.Low <= 0)
        {
            yield return "crosstalk may as well be none, and then there is no peak";
        }
        else if (law.Peak > FarthestPeak * most)
        {
            yield return $"the peak lies far beyond the {most} {noun} that were tried";
        }

        if (axis == ScalingAxis.Silos && most > cores)
        {
            yield return $"up to {most} silos shared {cores} {(cores == 1 ? "core" : "cores")}: "
                + "the curve shows what more silos cost on one machine, not what more machines bring";
        }
    }
}
