using System.Globalization;
using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;
using Interleave.Client.Scaling;

namespace Interleave.Client.Reporting.Overview;

/// <summary>What a fit says, in words.</summary>
internal static class ScalingSentences
{
    public static string Title(ScalingCurve curve) =>
        $"{curve.Scenario}, {curve.Variant}: {curve.Model} over {Noun(curve.Axis)}{(curve.Held.Length == 0 ? "" : $", on {curve.Held}")}";

    public static string Noun(ScalingAxis axis) => axis == ScalingAxis.Cores ? "cores" : "silos";

    /// <summary>The costs, each with its interval.</summary>
    public static string Costs(ScalingCurve curve) => curve.Points.Count == 2
        ? $"contention {Share(curve.Contention)}"
        : $"contention {Share(curve.Contention)}, crosstalk {Share(curve.Crosstalk)}";

    public static string Peak(ScalingCurve curve) => curve.Points.Count == 2 ? "not predicted"
        : curve.Law.Peak is { } peak ? string.Create(CultureInfo.InvariantCulture, $"at {Quantity.Number(peak)} {Noun(curve.Axis)}")
        : "none: throughput never falls again";

    public static string Trust(ScalingCurve curve) => curve.Doubts.Count == 0
        ? string.Create(CultureInfo.InvariantCulture, $"good: {curve.Points.Count} points, R² {curve.Determination:0.00}")
        : string.Join("; ", curve.Doubts);

    private static string Share(Estimate share) => share.Low == share.High
        ? Quantity.Format(share.Median, Quantity.Share)
        : $"{Quantity.Format(share.Median, Quantity.Share)} ({Quantity.Number(share.Low * 100)} to {Quantity.Number(share.High * 100)})";
}
