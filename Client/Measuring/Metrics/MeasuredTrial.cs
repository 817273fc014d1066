using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Measuring.Metrics;

/// <summary>A trial that has ended: what was recorded while its workload ran, for a scenario to make figures of.</summary>
/// <param name="Sequential">How long the same work took in this round without any concurrency, where the scenario compares with that.</param>
internal sealed record MeasuredTrial(TimeSpan Elapsed, TrialRecorder Recorder, TimeSpan? Sequential)
{
    /// <summary>What the client and the processes that carry units used; null of sequential work.</summary>
    public ProcessUsage? Usage { get; init; }
}
