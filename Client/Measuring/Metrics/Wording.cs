namespace Interleave.Client.Measuring.Metrics;

/// <summary>How a metric is spoken of in the sentence beside a contrast.</summary>
/// <param name="Noun">What is had more or less of: <c>throughput</c>, <c>memory a unit</c>.</param>
/// <param name="Matters">When somebody should choose by it: <c>memory is short</c>.</param>
internal sealed record Wording(string Noun, string Matters);
