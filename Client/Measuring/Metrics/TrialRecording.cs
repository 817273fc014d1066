using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Measuring.Metrics;

/// <summary>What was recorded of one trial while its workload ran.</summary>
/// <param name="Sequential">How long the same work took in this round without any concurrency, where the scenario compares with that.</param>
internal sealed record TrialRecording(TimeSpan Elapsed, Recorder Recorder, TimeSpan? Sequential)
{
    /// <summary>What the client and the processes that carry units used; null of sequential work.</summary>
    public ProcessUsage? Usage { get; init; }
}
