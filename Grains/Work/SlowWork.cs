namespace Interleave.Grains.Work;

/// <summary>Something that takes its time, while something else had better go on.</summary>
[GenerateSerializer, Immutable]
public abstract record SlowWork
{
    /// <summary>Holds the calling thread until the work is done.</summary>
    public abstract long Do(WaitClient http, CancellationToken cancellation);

    /// <summary>Lets go of the thread wherever the work waits.</summary>
    public abstract Task<long> DoAsync(WaitClient http, CancellationToken cancellation);
}
