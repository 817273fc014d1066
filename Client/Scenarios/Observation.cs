using Interleave.Client.Measuring;

namespace Interleave.Client.Scenarios;

/// <summary>What one trial yielded: its figures, and whether its answer was the known one.</summary>
internal sealed record Observation(IReadOnlyList<Measurement> Measurements, IReadOnlyList<Answer> Answers);
