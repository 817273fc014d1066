namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>The request that one philosopher has under way, so that somebody else can cancel it.</summary>
/// <param name="trial">Ends all of them.</param>
internal sealed class CancellableRequest(CancellationToken trial)
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _request = CancellationTokenSource.CreateLinkedTokenSource(trial);

    /// <summary>Whether the whole trial is given up.</summary>
    public bool IsGivenUp => trial.IsCancellationRequested;

    /// <summary>Begins a request, unless the last one ended as it should: then its token serves again.</summary>
    public CancellationToken Begin()
    {
        lock (_gate)
        {
            if (_request.IsCancellationRequested)
            {
                _request.Dispose();
                _request = CancellationTokenSource.CreateLinkedTokenSource(trial);
            }

            return _request.Token;
        }
    }

    public void Cancel()
    {
        lock (_gate)
        {
            _request.Cancel();
        }
    }
}
