namespace Interleave.Embedded.Runtime;

/// <summary>The turns of one activation: which run, which wait, and who may start next.</summary>
/// <remarks>All of it happens on the activation's scheduler, and so needs no lock.</remarks>
internal sealed class Mailbox(Activation activation)
{
    /// <summary>For how long a grain that leaves lets in what its running requests may wait for, where nothing tells that they do.</summary>
    private static readonly TimeSpan LettingIn = TimeSpan.FromSeconds(1);

    private readonly Queue<Turn> _waiting = new();
    private Admission? _admission;
    private Turn? _blocking;
    private int _exceptions;

    public int Running { get; private set; }

    /// <summary>Starts a turn, or keeps it until it may start.</summary>
    public void Admit(Turn turn)
    {
        if (MayStart(turn, othersWait: _waiting.Count > 0))
        {
            Start(turn);
        }
        else
        {
            _waiting.Enqueue(turn);
            _exceptions += IsException(turn) ? 1 : 0;
        }
    }

    /// <summary>A turn's work is done; whether others begin is for the activation to say.</summary>
    public void Ended(Turn turn)
    {
        Running--;
        if (ReferenceEquals(_blocking, turn))
        {
            _blocking = null;
        }
    }

    /// <summary>Lets the next waiting turn in, by way of the scheduler: it must not begin with the context of the one that ends.</summary>
    public void AdmitNext()
    {
        if ((HeadMayStart() || AnyExceptionMayStart()) && _admission is not { IsDue: true })
        {
            _admission ??= new Admission(this);
            _admission.IsDue = true;
            activation.Scheduler.Enqueue(_admission);
        }
    }

    public void RefuseAll(Exception? activationFault)
    {
        _exceptions = 0;
        while (_waiting.TryDequeue(out var turn))
        {
            turn.Refuse(activation, activationFault);
        }
    }

    private Turn? TakeNext()
    {
        if (HeadMayStart())
        {
            var head = _waiting.Dequeue();
            _exceptions -= IsException(head) ? 1 : 0;
            return head;
        }

        if (!AnyExceptionMayStart())
        {
            return null;
        }

        // All go once around, and so keep their order.
        Turn? next = null;
        for (var left = _waiting.Count; left > 0; left--)
        {
            var turn = _waiting.Dequeue();
            if (next is null && MayStart(turn, othersWait: false))
            {
                next = turn;
                _exceptions -= IsException(turn) ? 1 : 0;
            }
            else
            {
                _waiting.Enqueue(turn);
            }
        }

        return next;
    }

    private bool HeadMayStart() => _waiting.TryPeek(out var head) && MayStart(head, othersWait: false);

    /// <remarks>Counted, so that a long queue of ordinary requests is not searched each time that one of them ends.</remarks>
    private bool AnyExceptionMayStart() => _exceptions > 0 && _waiting.Any(turn => MayStart(turn, othersWait: false));

    private bool MayStart(Turn turn, bool othersWait) => activation.State switch
    {
        ActivationState.Active => MayInterleave(turn) || (_blocking is null && !othersWait),
        ActivationState.Deactivating => Running > 0 && MayInterleave(turn) && MayBeWaitedFor(turn),
        _ => false,
    };

    /// <summary>What a running request waits for must still come through; calls that go on overlapping each other must not keep the grain for ever.</summary>
    private bool MayBeWaitedFor(Turn turn) =>
        activation.IsOpenTo(turn) || (turn.MayInterleave && _blocking is not null) || !activation.HasBeenLeavingFor(LettingIn);

    private bool MayInterleave(Turn turn) => activation.Class.IsReentrant || turn.MayInterleave || activation.IsOpenTo(turn);

    /// <summary>Whether it may overtake others of its class.</summary>
    private static bool IsException(Turn turn) => turn.MayInterleave || turn.CallChain is not null;

    private void Start(Turn turn)
    {
        Running++;
        if (_blocking is null && !turn.MayInterleave)
        {
            _blocking = turn;
        }

        turn.Run(activation);
    }

    private sealed class Admission(Mailbox mailbox) : Scheduled
    {
        public bool IsDue { get; set; }

        public override void RunOn(TurnScheduler scheduler)
        {
            IsDue = false;
            if (mailbox.TakeNext() is { } next)
            {
                mailbox.Start(next);
                mailbox.AdmitNext();
            }
        }
    }
}
