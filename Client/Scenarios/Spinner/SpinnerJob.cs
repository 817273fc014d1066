using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>A spinner that shows a frame every so often, beside slow work.</summary>
/// <param name="WorkAt">The slow work, given the I/O server's address.</param>
/// <param name="Result">What the slow work finds.</param>
internal sealed record SpinnerJob(TimeSpan FrameTime, Func<Uri, SlowWork> WorkAt, long Result)
{
    /// <summary>Both in one grain, instead of one in each.</summary>
    public bool OneGrain { get; init; }
}
