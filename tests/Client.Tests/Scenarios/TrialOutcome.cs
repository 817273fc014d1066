using Interleave.Client.Measuring.Loads;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Scenarios;

/// <summary>What one trial yielded, its figures by name.</summary>
internal sealed record TrialOutcome(
    IReadOnlyDictionary<string, double> Figures, IReadOnlyList<Expectation> Expectations, TrialRecorder Recorder, TimeSpan? Sequential)
{
    public double this[string metric] => Figures[metric];
}
