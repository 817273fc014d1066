namespace Interleave.Embedded.Calls;

/// <summary>Ends the patience of callers whose calls are not answered in time: one timer for all of them.</summary>
/// <remarks>
/// A timer for each call costs more than the call. This one ticks sixteen times within the patience, while calls wait,
/// and ends those that have seen all those ticks and one more: a sixteenth late at most, and never early.
/// </remarks>
internal sealed class CallDeadlines
{
    private const int Ticks = 16;

    private readonly TimeSpan _interval;
    private readonly ITimer _timer;
    private readonly Stripe[] _stripes =
    [
        .. Enumerable.Range(0, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount)).Select(_ => new Stripe()),
    ];
    private int _now;
    private bool _isTicking;

    public CallDeadlines(TimeProvider time, TimeSpan patience)
    {
        Patience = patience;
        _interval = patience / Ticks;
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            // It is given one.
            _timer = time.CreateTimer(static deadlines => ((CallDeadlines)deadlines!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public TimeSpan Patience { get; }

    public void Add(Call call)
    {
        var stripe = _stripes[Environment.CurrentManagedThreadId & (_stripes.Length - 1)];
        stripe.Add(call, Volatile.Read(ref _now));
        if (!Volatile.Read(ref _isTicking))
        {
            Start();
        }
    }

    private void Start()
    {
        if (!Interlocked.Exchange(ref _isTicking, true))
        {
            _timer.Change(_interval, _interval);
        }
    }

    private void Tick()
    {
        var now = Interlocked.Increment(ref _now);
        foreach (var stripe in _stripes)
        {
            foreach (var call in stripe.AddedBefore(now - Ticks))
            {
                call.RunOutOfTime(Patience);
            }
        }

        if (Array.TrueForAll(_stripes, stripe => stripe.IsEmpty))
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Volatile.Write(ref _isTicking, false);
            if (!Array.TrueForAll(_stripes, stripe => stripe.IsEmpty))
            {
                // It came in between, and took the timer to be ticking.
                Start();
            }
        }
    }

    /// <summary>Calls that wait, in as many parts as there are processors, so that threads seldom wait for each other.</summary>
    internal sealed class Stripe
    {
        private const int None = -1;

        private readonly Lock _gate = new();
        private Slot[] _slots = new Slot[8];
        private int _used;
        private int _free = None;
        private int _count;

        public bool IsEmpty
        {
            get
            {
                lock (_gate)
                {
                    return _count == 0;
                }
            }
        }

        public void Add(Call call, int now)
        {
            lock (_gate)
            {
                var at = _free;
                if (at != None)
                {
                    _free = _slots[at].NextFree;
                }
                else
                {
                    at = _used++;
                    if (at == _slots.Length)
                    {
                        Array.Resize(ref _slots, 2 * at);
                    }
                }

                _slots[at] = new Slot(call, now, None);
                _count++;
                call.Waits = new Waiting(this, at);
            }
        }

        public void Remove(int at)
        {
            lock (_gate)
            {
                _slots[at] = new Slot(null, 0, _free);
                _free = at;
                _count--;
            }
        }

        public List<Call> AddedBefore(int time)
        {
            var found = new List<Call>();
            lock (_gate)
            {
                foreach (var slot in _slots.AsSpan(0, _used))
                {
                    if (slot.Call is { } call && slot.Added - time < 0)
                    {
                        found.Add(call);
                    }
                }
            }

            return found;
        }
    }

    /// <summary>Where a call is kept while it waits.</summary>
    internal readonly struct Waiting(Stripe? stripe, int at)
    {
        public void End() => stripe?.Remove(at);
    }

    private readonly record struct Slot(Call? Call, int Added, int NextFree);
}
