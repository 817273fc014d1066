using System.Diagnostics;
using Interleave.Grains.Cancel;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>What came of one stop.</summary>
/// <param name="ToldAt">The timestamp at which the unit was told.</param>
internal sealed record StopOutcome(long ToldAt, StopReport Report)
{
    /// <summary>Whether the unit had not ended by itself before it was told.</summary>
    public bool WasAtWork => Report.EndedAt >= ToldAt;

    public TimeSpan Latency => Stopwatch.GetElapsedTime(ToldAt, Report.EndedAt);

    /// <summary>From being told to the next await, or the next look; null where the unit came to none.</summary>
    public TimeSpan? UntilAwait => Report.Awaits.FirstOrDefault(at => at > ToldAt) is > 0 and var at ? Stopwatch.GetElapsedTime(ToldAt, at) : null;
}
