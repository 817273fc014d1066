using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios;

/// <summary>A figure made of several variants, such as the size at which a model breaks even.</summary>
/// <param name="Variant">The name under which it stands beside the variants that it is made of.</param>
/// <param name="Metric">What it is.</param>
/// <param name="Value">Works it out of the trials of one model in one round, one for each variant that the model ran; null where they do not yield it.</param>
/// <remarks>Since it is worked out round by round, it has an interval and a contrast as any other figure has.</remarks>
internal sealed record FigureOverVariants(string Variant, Metric Metric, Func<IReadOnlyList<Trial>, double?> Value);
