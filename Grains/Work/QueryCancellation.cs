using Npgsql;

namespace Interleave.Grains.Work;

/// <summary>Cancels a blocking query when it is given up, also where it has not reached the server yet.</summary>
/// <remarks>The server forgets a request to cancel that comes before its query: it is repeated until the query is over.</remarks>
internal sealed class QueryCancellation : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(10);

    private readonly ManualResetEventSlim _over = new(false, spinCount: 0);
    private readonly CancellationTokenRegistration _registration;
    private bool _begun;

    /// <exception cref="OperationCanceledException">It was given up before it began.</exception>
    public QueryCancellation(NpgsqlCommand query, CancellationToken cancellation)
    {
        _registration = cancellation.UnsafeRegister(_ => Cancel(query), null);
        Volatile.Write(ref _begun, true);
        if (cancellation.IsCancellationRequested)
        {
            Dispose();
            throw new OperationCanceledException(cancellation);
        }
    }

    public void Dispose()
    {
        _over.Set();
        _registration.Dispose(); // Waits for the last request to cancel.
        _over.Dispose();
    }

    private void Cancel(NpgsqlCommand query)
    {
        // What is cancelled before it has begun throws there.
        while (Volatile.Read(ref _begun) && !_over.IsSet)
        {
            query.Cancel();
            _over.Wait(Again);
        }
    }
}
