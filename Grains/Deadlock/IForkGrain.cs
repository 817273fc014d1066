namespace Interleave.Grains.Deadlock;

/// <summary>A fork, which one philosopher holds at a time; the others wait in the order in which they came.</summary>
public interface IForkGrain : IGrainWithIntegerKey
{
    /// <summary>Lays the fork on the table, no matter who held it before.</summary>
    Task Lay();

    /// <summary>Completes when the philosopher holds the fork, or has been told to give way.</summary>
    /// <returns>Whether it holds the fork.</returns>
    Task<bool> Take(int philosopher);

    Task Put(int philosopher);

    /// <summary>Tells a philosopher that waits for this fork to wait no longer.</summary>
    Task SendAway(int philosopher);

    Task<ForkLook> Look();
}
