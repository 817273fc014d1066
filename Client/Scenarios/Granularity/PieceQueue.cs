using System.Collections.Concurrent;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Granularity;

/// <summary>Pieces that a parent hands to units which block until there is one.</summary>
internal sealed class PieceQueue(GranularityJob job, CancellationToken cancellation) : IDisposable
{
    private readonly BlockingCollection<NumberRange> _pieces = [];
    private long _primes;
    private int _done;

    public GranularityAnswer Answer => new(_primes, _done);

    public void HandOver()
    {
        foreach (var piece in job.All)
        {
            _pieces.Add(piece, cancellation);
        }

        _pieces.CompleteAdding();
    }

    /// <summary>Does pieces until none will come any more.</summary>
    /// <param name="take">How the unit waits for the next one.</param>
    public void Do(Func<Func<NumberRange?>, NumberRange?> take, Func<NumberRange, long> count)
    {
        while (take(Next) is { } piece)
        {
            Interlocked.Add(ref _primes, count(piece));
            Interlocked.Increment(ref _done);
        }
    }

    public void Dispose() => _pieces.Dispose();

    private NumberRange? Next() => _pieces.TryTake(out var piece, Timeout.Infinite, cancellation) ? piece : null;
}
