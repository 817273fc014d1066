namespace Interleave.Embedded.Runtime;

/// <summary>The turns of one activation: which run, which wait, and who may start next.</summary>
/// <remarks>All of it happens on the activation's scheduler, and so needs no lock.</remarks>
internal sealed class Mailbox(Activation activation)
{
    private readonly Queue<Turn> _waiting = new(2);
    private Turn? _blocking;

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

    /// <summary>Lets the next waiting turn in, in a task of its own, for each begins with a context of its own.</summary>
    public void AdmitNext()
    {
        if (NextMayStart())
        {
            activation.Scheduler.Post(() =>
            {
                if (NextMayStart())
                {
                    Start(_waiting.Dequeue());
                    AdmitNext();
                }
            });
        }
    }

    public void RefuseAll(Exception? activationFault)
    {
        while (_waiting.TryDequeue(out var turn))
        {
            turn.Refuse(activation, activationFault);
        }
    }

    private bool NextMayStart() => _waiting.TryPeek(out var next) && MayStart(next, othersWait: false);

    private bool MayStart(Turn turn, bool othersWait) => activation.State switch
    {
        ActivationState.Active => MayInterleave(turn) || (_blocking is null && !othersWait),
        // What a running request waits for must still come through.
        ActivationState.Deactivating => Running > 0 && MayInterleave(turn),
        _ => false,
    };

    private bool MayInterleave(Turn turn) => activation.Class.IsReentrant || turn.MayInterleave;

    private void Start(Turn turn)
    {
        Running++;
        if (_blocking is null && !turn.MayInterleave)
        {
            _blocking = turn;
        }

        turn.Run(activation);
    }
}
