using Interleave.Grains.Work;

namespace Interleave.Grains.Cancel;

/// <summary>What a unit does over and over until it is stopped.</summary>
/// <param name="Piece">What it does between two looks at whether it is to stop.</param>
/// <param name="LooksInside">Whether it also looks in the middle of a piece, where nothing but the piece's own code can.</param>
[GenerateSerializer, Immutable]
public sealed record PiecesOfWork(SlowWork Piece, bool LooksInside)
{
    /// <summary>What reaches into a piece by itself where units block: nothing.</summary>
    public CancellationToken IntoBlocking(CancellationToken stop) => LooksInside ? stop : CancellationToken.None;

    /// <summary>What reaches into a piece by itself where units await: the token of what is awaited.</summary>
    public CancellationToken IntoAwaiting(CancellationToken stop) => LooksInside || Piece is SlowWait ? stop : CancellationToken.None;
}
