namespace Interleave.Grains.Deadlock;

public interface ICircleGrain : IGrainWithIntegerKey
{
    /// <summary>How long a caller waits for <see cref="Pass"/>: only the end of its patience ends a circle of calls.</summary>
    const string Patience = "00:00:00.4";

    Task Activate();

    /// <summary>Calls the next grain of the circle, and returns when that has returned.</summary>
    /// <param name="calls">How many calls came before this one.</param>
    /// <returns>How many calls it took until the circle was closed.</returns>
    /// <exception cref="TimeoutException">The calls wait for each other.</exception>
    [ResponseTimeout(Patience)]
    Task<int> Pass(CallCircle circle, int calls);
}
