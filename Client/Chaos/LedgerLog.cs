using System.Collections.Concurrent;

namespace Interleave.Client.Chaos;

/// <summary>Takes what the client sees of the ledger, from many calls at once.</summary>
internal sealed class LedgerLog
{
    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly ConcurrentQueue<TransferRecord> _transfers = new();

    private long _answered;

    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>Those that have come to an end.</summary>
    public IReadOnlyList<TransferRecord> Transfers => [.. _transfers];

    public long Answered => Interlocked.Read(ref _answered);

    public void Add(Call call)
    {
        _calls.Enqueue(call);
        if (call.Outcome == CallOutcome.Answered)
        {
            Interlocked.Increment(ref _answered);
        }
    }

    public void Add(TransferRecord transfer) => _transfers.Enqueue(transfer);
}
