namespace Interleave.Client.Scenarios.Server;

/// <summary>What visitors saw; timestamps are of the monotonic clock, which all processes of a machine share.</summary>
/// <param name="Sessions">Those that were greeted.</param>
/// <param name="Entering">From the first connection until the last session was greeted.</param>
/// <param name="Due">When each message was due.</param>
/// <param name="Sent">When each message was sent.</param>
/// <param name="Received">When the echo of each message was complete; 0 where it did not come.</param>
/// <param name="CpuTime">What the visitors' process used meanwhile.</param>
/// <param name="EndedBy">Why a visitor could not enter, or lost its connection; null where none did.</param>
internal sealed record VisitReport(int Sessions, TimeSpan Entering, long[] Due, long[] Sent, long[] Received, TimeSpan CpuTime, string? EndedBy)
{
    public int Messages => Due.Length;

    public static VisitReport None { get; } = new(0, TimeSpan.Zero, [], [], [], TimeSpan.Zero, EndedBy: null);
}
