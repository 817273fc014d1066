using System.Collections.Concurrent;
using Interleave.Client.Measuring;
using Interleave.Client.Measuring.Loads;
using Interleave.Grains.Ledger;

namespace Interleave.Client.Chaos;

/// <summary>Transfers that arrive at a fixed rate, whatever becomes of those before them, each called until there is a receipt or patience ends.</summary>
/// <remarks>
/// A transfer has an id, and a book carries an id out once: every call is safe to repeat, those with an unknown end included. Nothing limits how many are
/// under way, so that a cluster that stalls cannot slow down those who call it.
/// </remarks>
internal sealed class LedgerLoad(Ledger ledger, ChaosPlan plan, TimeSpan longest, TimeSpan patience, LedgerLog log, Clock clock) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(10_240);

    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<long, Task> _underWay = new();
    private PacerThread? _pacer;
    private volatile bool _isInHaste;
    private Task _arrivals = Task.CompletedTask;

    /// <summary>How long a transfer is tried where no fault lasts.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Seconds since the load began.</summary>
    public double Now => Since(clock.Now);

    private PacerThread Pacer => _pacer ?? throw new InvalidOperationException("The load has not begun.");

    public void Begin()
    {
        var due = ArrivalSchedule.Of(new OpenLoad(Concurrency: 1, plan.Rate, longest, Arrivals.Constant, plan.Seed));
        _pacer = new PacerThread(due, clock, new GeneratorLog(), _end.Token);
        _pacer.Begin();
        _arrivals = Task.Run(ArriveAsync);
    }

    /// <summary>No transfer falls due any more; done when those under way have ended.</summary>
    /// <param name="soon">Whether those that are not answered by their next call are given up.</param>
    public async Task EndAsync(bool soon)
    {
        _isInHaste = soon;
        await _end.CancelAsync();
        await _arrivals;
        await Task.WhenAll(_underWay.Values);
    }

    public void Dispose() => _end.Dispose();

    private async Task ArriveAsync()
    {
        var random = new Random(plan.Seed);
        for (var number = 0L; number < Pacer.Operations; number++)
        {
            await Pacer.WaitAsync(number);
            if (_end.IsCancellationRequested)
            {
                return;
            }

            var book = random.Next(plan.Books);
            var from = random.Next(plan.AccountsOfBook);
            var to = (from + 1 + random.Next(plan.AccountsOfBook - 1)) % plan.AccountsOfBook;
            var transfer = new Transfer(number + 1, from, to, Amount: 1 + random.Next(100));
            _underWay[transfer.Id] = CarryAsync(transfer, book, Since(Pacer.DueAt(number)));
            if (_underWay[transfer.Id].IsCompleted)
            {
                _underWay.TryRemove(transfer.Id, out _);
            }
        }
    }

    private async Task CarryAsync(Transfer transfer, int book, double due)
    {
        var record = new TransferRecord(transfer, book, due, Acknowledged: null, 0, 0, WasKnown: false, LastFailure: null);
        var grain = ledger.Book(book);
        var pause = FirstPause;
        while (record.Acknowledged is null && Now - due < patience.TotalSeconds && !_isInHaste)
        {
            if (record.LastFailure is not null)
            {
                await Task.Delay(pause);
                pause = pause < LongestPause ? pause * 2 : pause;
            }

            record = await CallAsync(grain, record);
        }

        log.Add(record with { Ended = Now });
        _underWay.TryRemove(transfer.Id, out _);
    }

    private async Task<TransferRecord> CallAsync(IBookGrain grain, TransferRecord record)
    {
        var started = Now;
        try
        {
            var receipt = await grain.Carry(record.Transfer);
            var ended = Now;
            log.Add(new Call(started, ended, CallOutcome.Answered));
            return record with { Acknowledged = ended, WasKnown = receipt.WasKnown };
        }
        catch (Exception exception)
        {
            var outcome = CallOutcomes.Of(exception);
            log.Add(new Call(started, Now, outcome));
            var failure = $"{exception.GetType().Name}: {exception.Message}";
            return outcome == CallOutcome.Refused
                ? record with { Refused = record.Refused + 1, LastFailure = failure }
                : record with { Unknown = record.Unknown + 1, LastFailure = failure };
        }
    }

    private double Since(long timestamp) => clock.ToNanoseconds(timestamp - Pacer.DueAt(0)) / 1e9;
}
