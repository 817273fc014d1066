namespace Runtime.Tests.Embedded.Timers;

/// <summary>Counts the ticks of one timer.</summary>
public interface ITimedGrain : IGrainWithStringKey
{
    Task Start(TimeSpan due, TimeSpan period);

    Task Hold();

    [AlwaysInterleave]
    Task Change(TimeSpan due);

    Task<int> Ticks();
}
