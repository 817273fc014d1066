namespace Interleave.Grains.OwnWork;

/// <summary>Holds the count of one key; its turns are the exclusive access.</summary>
public interface IKeyGrain : IGrainWithIntegerKey
{
    /// <param name="trial">In each trial the count begins at 0.</param>
    /// <returns>The count after the change.</returns>
    Task<long> Change(int trial, StateStep step, Machinery machinery, CancellationToken cancellation);
}
