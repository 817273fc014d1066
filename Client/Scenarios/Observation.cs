using Interleave.Client.Measuring.Metrics;

namespace Interleave.Client.Scenarios;

/// <summary>What one trial yielded: its figures, and how its answer held up.</summary>
internal sealed record Observation(IReadOnlyList<Measurement> Measurements, IReadOnlyList<Expectation> Expectations);
