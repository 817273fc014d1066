namespace Runtime.Tests.Grains;

public interface ITimerGrain : IGrainWithStringKey
{
    Task Start(TimeSpan due, TimeSpan period);

    /// <summary>Disposes of the timer as soon as there were so many ticks in all, and tells how many there were.</summary>
    [AlwaysInterleave]
    Task<int> StopAfter(int ticks);

    Task<bool> OverlapsWithTicks();
}
