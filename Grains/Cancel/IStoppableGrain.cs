using Interleave.Grains.Location;

namespace Interleave.Grains.Cancel;

public interface IStoppableGrain : ILocatedGrain
{
    /// <summary>Works until it is stopped.</summary>
    /// <param name="result">What every piece must yield.</param>
    Task Work(PiecesOfWork work, long result, CancellationToken stop);

    /// <summary>Has the grain of this key work until it is stopped.</summary>
    Task PassOn(long key, PiecesOfWork work, long result, CancellationToken stop);

    /// <summary>Completes when the work that was asked for has begun.</summary>
    [AlwaysInterleave]
    Task WhenBegun();

    /// <summary>Completes when the work has ended: this call is not let in before.</summary>
    Task<StopReport> Report();
}
