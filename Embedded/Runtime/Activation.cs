using Interleave.Embedded.Calls;
using Interleave.Embedded.Streaming;

namespace Interleave.Embedded.Runtime;

/// <summary>One living copy of a grain, from its first call to its end.</summary>
/// <remarks>All but the members said to be callable from anywhere run on its scheduler, and so need no lock.</remarks>
internal sealed class Activation : ICallPlace
{
    private readonly Mailbox _mailbox;
    private DeactivationReason? _reason;
    private long _leavesSince;
    private GrainTimers _timers;
    private CallChains _openChains;
    private ActivationStreams? _streams;
    private TaskCompletionSource? _gone;
    private IdleClock _idle;
    private int _load;

    public Activation(Silo silo, GrainClass grainClass, GrainId id)
    {
        Silo = silo;
        Class = grainClass;
        GrainId = id;
        Scheduler = new TurnScheduler(this);
        _mailbox = new Mailbox(this);
        _idle = new IdleClock(silo.Now);
    }

    /// <summary>The activation whose turn this code runs in.</summary>
    public static Activation? Current => (TaskScheduler.Current as TurnScheduler)?.Activation;

    public Silo Silo { get; }

    public GrainClass Class { get; }

    public GrainId GrainId { get; }

    public TurnScheduler Scheduler { get; }

    public ActivationState State { get; private set; }

    public Grain? GrainInstance { get; private set; }

    public ActivationStreams Streams => _streams ??= new ActivationStreams();

    /// <summary>Calls chosen for it that have not ended yet; kept for stateless workers only.</summary>
    public int Load => Volatile.Read(ref _load);

    /// <summary>A call will come; callable from anywhere.</summary>
    public void Expect() => Interlocked.Increment(ref _load);

    /// <summary>Hands it a turn, from anywhere.</summary>
    public void Accept(Turn turn) => Scheduler.Enqueue(turn);

    /// <summary>The caller of a request that has arrived here gave it up; callable from anywhere.</summary>
    public void Cancel(Call call)
    {
        if (call.Method.TakesToken)
        {
            Scheduler.Post(call.CancelInGrain);
        }
    }

    /// <summary>Ends it as soon as no request runs, and tells when that is done; callable from anywhere.</summary>
    public Task DeactivateAsync(DeactivationReason reason)
    {
        var gone = Interlocked.CompareExchange(ref _gone, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), null) ?? _gone;
        Scheduler.Post(() =>
        {
            BeginDeactivation(reason);
            if (State == ActivationState.Gone)
            {
                gone.TrySetResult();
            }
        });
        if (Scheduler.IsHalted)
        {
            gone.TrySetResult();
        }

        return gone.Task;
    }

    /// <summary>Ends it if no call has ended since this was called so long ago; callable from anywhere.</summary>
    public void CollectIfIdle(TimeSpan age)
    {
        if (_streams is { } streams)
        {
            Scheduler.Post(() => _ = streams.CloseAbandonedAsync(Silo.Now - (long)(age.TotalSeconds * Silo.TimeProvider.TimestampFrequency)));
        }

        if (IsIdle())
        {
            Scheduler.Post(() =>
            {
                if (IsIdle())
                {
                    BeginDeactivation(new DeactivationReason(DeactivationReasonCode.ActivationIdle, $"It was idle for {age}."));
                }
            });
        }

        bool IsIdle() => _idle.HasStoodFor(age, Silo.TimeProvider) && _mailbox.Running == 0 && State == ActivationState.Active;
    }

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) =>
        _timers.Add(new GrainTimer(this, callback, options));

    public void Forget(GrainTimer timer) => _timers.Remove(timer);

    /// <summary>Calls of this chain may come in between the awaits of the one that runs, until closed as often as opened.</summary>
    public void Open(Guid callChain) => _openChains.Open(callChain);

    public void Close(Guid callChain) => _openChains.Close(callChain);

    public bool IsOpenTo(Turn turn) => _openChains.Includes(turn.CallChain);

    /// <summary>Whether it has been told to leave so long ago.</summary>
    public bool HasBeenLeavingFor(TimeSpan age) => State == ActivationState.Deactivating && Silo.TimeProvider.GetElapsedTime(_leavesSince, Silo.Now) >= age;

    /// <summary>A turn's time has come on the scheduler: the first one wakes the grain up.</summary>
    public void Admit(Turn turn)
    {
        if (State == ActivationState.Gone || Scheduler.IsHalted)
        {
            turn.Refuse(this, null);
            return;
        }

        _mailbox.Admit(turn);
        if (State == ActivationState.Created)
        {
            _ = ActivateAsync();
        }
    }

    /// <summary>A turn's work is done: its request has been answered.</summary>
    public void Ended(Turn turn)
    {
        _mailbox.Ended(turn);
        if (turn is Call)
        {
            // A timer's tick is no use of the grain.
            _idle.Use();
            if (Class.MostLocalWorkers is not null)
            {
                Interlocked.Decrement(ref _load);
            }
        }

        if (State == ActivationState.Deactivating && _mailbox.Running == 0)
        {
            _ = DeactivateNowAsync();
        }
        else
        {
            _mailbox.AdmitNext();
        }
    }

    private async Task ActivateAsync()
    {
        State = ActivationState.Activating;
        try
        {
            (GrainInstance, var state) = Class.Create(this);
            if (state.Count > 0 || Class.HasOnActivate)
            {
                await GrainDeadline.KeepAsync(
                    this, nameof(Grain.OnActivateAsync), token => WakeAsync(GrainInstance, state, token), Silo.Options.ActivationTimeout, Silo.Stopping);
            }

            State = ActivationState.Active;
            if (_reason is { } asked)
            {
                BeginDeactivation(asked);
            }

            _mailbox.AdmitNext();
        }
        catch (OperationCanceledException) when (Silo.Stopping.IsCancellationRequested)
        {
            // The silo stops, not the caller: calls that wait go on to the next owner.
            await LeaveAsync(null);
        }
        catch (Exception fault)
        {
            await LeaveAsync(fault);
        }
    }

    private static async Task WakeAsync(Grain grain, IReadOnlyList<IStorage> state, CancellationToken cancellationToken)
    {
        foreach (var record in state)
        {
            await record.ReadStateAsync(cancellationToken);
        }

        await grain.OnActivateAsync(cancellationToken);
    }

    private void BeginDeactivation(DeactivationReason reason)
    {
        _reason ??= reason;
        if (State == ActivationState.Created)
        {
            _ = LeaveAsync(null);
        }
        else if (State == ActivationState.Active)
        {
            State = ActivationState.Deactivating;
            _leavesSince = Silo.Now;
            if (_mailbox.Running == 0)
            {
                _ = DeactivateNowAsync();
            }
        }
    }

    private async Task DeactivateNowAsync()
    {
        _timers.Stop();
        await GrainCleanUp.DeactivateAsync(this, _reason ?? default);
        await LeaveAsync(null);
    }

    /// <summary>Another activation may begin only when no code of this one runs any more, that by which it cleans up included.</summary>
    private async Task LeaveAsync(Exception? activationFault)
    {
        _timers.Stop();
        await GrainCleanUp.DisposeAsync(this, _streams);
        State = ActivationState.Gone;
        Silo.Catalog.Remove(this);
        _mailbox.RefuseAll(activationFault);
        _gone?.TrySetResult();
    }
}
