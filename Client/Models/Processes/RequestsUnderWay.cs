namespace Interleave.Client.Models.Processes;

/// <summary>The requests that a process works on, so that each can be cancelled by its number.</summary>
internal sealed class RequestsUnderWay
{
    private readonly Dictionary<long, CancellationTokenSource> _running = [];

    // Requests and cancellations come by different pipes: a request may be cancelled before it is seen.
    private readonly HashSet<long> _cancelledBefore = [];

    public CancellationTokenSource Begin(long number)
    {
        var cancellation = new CancellationTokenSource();
        lock (_running)
        {
            _running.Add(number, cancellation);
            if (_cancelledBefore.Remove(number))
            {
                cancellation.Cancel();
            }
        }

        return cancellation;
    }

    public void End(long number)
    {
        lock (_running)
        {
            _running.Remove(number);
        }
    }

    public void Cancel(long number)
    {
        lock (_running)
        {
            if (_running.TryGetValue(number, out var cancellation))
            {
                cancellation.CancelAsync(); // Callbacks run elsewhere, and not under this lock.
            }
            else
            {
                _cancelledBefore.Add(number);
            }
        }
    }
}
