namespace Interleave.Grains.Deadlock;

/// <summary>Lets philosophers sit down, one fewer than there are forks: one of those who sit can always eat.</summary>
public interface IWaiterGrain : IGrainWithIntegerKey
{
    /// <summary>Clears the table for so many philosophers.</summary>
    Task Prepare(int philosophers);

    /// <summary>Completes when the caller may sit down.</summary>
    Task Seat();

    Task Leave();

    /// <summary>Completes when every philosopher has said that it holds one fork.</summary>
    Task HoldsOne();
}
