using Interleave.Client.Measuring.Statistics;

namespace Interleave.Client.Scaling;

/// <summary>How one model scales in one variant.</summary>
/// <param name="Held">What stayed the same meanwhile, such as the silos in a sweep over cores; empty where nothing did.</param>
/// <param name="Points">By number, from one.</param>
/// <param name="Contention">Over the rounds, each fitted by itself.</param>
/// <param name="Crosstalk">Over the rounds, each fitted by itself.</param>
/// <param name="Law">Fitted to the medians.</param>
/// <param name="Determination">The share of the variation that the law explains; null where that cannot be said.</param>
/// <param name="Doubts">Why the fit may be trusted less, a sentence each.</param>
internal sealed record ScalingCurve(
    string Scenario,
    string Variant,
    string Model,
    ScalingAxis Axis,
    string Held,
    IReadOnlyList<ScalingPoint> Points,
    Estimate Contention,
    Estimate Crosstalk,
    ScalabilityLaw Law,
    double? Determination,
    IReadOnlyList<string> Doubts);
