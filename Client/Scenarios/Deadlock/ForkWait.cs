namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A philosopher that waits for a fork; a new object for each wait, so that two looks can tell whether it is still the same one.</summary>
/// <param name="Since">A timestamp of the monotonic clock.</param>
internal sealed record ForkWait(int Philosopher, int Fork, long Since)
{
    /// <summary>Ends the wait without the fork.</summary>
    public Action GiveWay { get; init; } = () => { };
}
