namespace Interleave.Client.Scenarios.Ring;

/// <summary>A ring of units that block at their mailboxes.</summary>
internal sealed class BlockingRing(RingJob job, TrialContext trial, CancellationToken cancellation)
{
    private const int End = -1;

    private readonly Mailbox[] _mailboxes = [.. Enumerable.Range(0, job.Units).Select(_ => new Mailbox())];
    private readonly Mailbox _lastHolders = new();
    private long _hops;

    /// <summary>Every unit of the ring, and the one that starts the tokens.</summary>
    /// <param name="take">How a unit takes what is in a mailbox.</param>
    public IEnumerable<Action> Bodies(Func<Mailbox, int> take) =>
        [.. Enumerable.Range(0, job.Units).Select(unit => (Action)(() => PassOn(unit, take))), () => Start(take)];

    public RingAnswer Answer { get; private set; } = new(0, []);

    private void PassOn(int unit, Func<Mailbox, int> take)
    {
        using var live = trial.Unit("unit");
        var next = _mailboxes[(unit + 1) % job.Units];
        var hops = 0L;
        for (var hopsLeft = take(_mailboxes[unit]); hopsLeft != End; hopsLeft = take(_mailboxes[unit]))
        {
            if (hopsLeft == 0)
            {
                _lastHolders.Put(unit);
                continue;
            }

            hops++;
            next.Put(hopsLeft - 1);
        }

        Interlocked.Add(ref _hops, hops);
        _lastHolders.Put(End);
    }

    private void Start(Func<Mailbox, int> take)
    {
        var holders = new List<int>();
        try
        {
            trial.Offer(job.Load, cancellation).ForEach(_ =>
            {
                _mailboxes[0].Put(job.Load.StepsAnOperation);
                holders.Add(take(_lastHolders));
            });
        }
        finally
        {
            Array.ForEach(_mailboxes, mailbox => mailbox.Put(End));
        }

        for (var unit = 0; unit < job.Units; unit++)
        {
            take(_lastHolders);
        }

        Answer = new RingAnswer(_hops, holders);
    }
}
