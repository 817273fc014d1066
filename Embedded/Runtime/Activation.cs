using Interleave.Embedded.Calls;
using Interleave.Embedded.Streaming;
using Microsoft.Extensions.DependencyInjection;

namespace Interleave.Embedded.Runtime;

/// <summary>One living copy of a grain: its state of life, and who may run in it next.</summary>
/// <remarks>All but the members said to be callable from anywhere run on its scheduler, and so need no lock.</remarks>
internal sealed class Activation : IGrainContext, ICallPlace
{
    private readonly TurnScheduler _scheduler;
    private Queue<Turn>? _waiting;
    private Turn? _blocking;
    private int _running;
    private int _load;
    private ActivationState _state;
    private DeactivationReason? _reason;
    private GrainReference? _reference;
    private AsyncServiceScope? _scope;
    private List<GrainTimer>? _timers;
    private List<Guid>? _reentrantChains;
    private ActivationStreams? _streams;
    private TaskCompletionSource? _gone;
    private long _idleFrom;

    public Activation(Silo silo, GrainClass grainClass, GrainId id)
    {
        Silo = silo;
        Class = grainClass;
        GrainId = id;
        _idleFrom = silo.Now;
        _scheduler = new TurnScheduler(this);
    }

    /// <summary>The activation whose turn this code runs in.</summary>
    public static Activation? Current => (TaskScheduler.Current as TurnScheduler)?.Activation;

    public Silo Silo { get; }

    public GrainClass Class { get; }

    public GrainId GrainId { get; }

    public GrainReference GrainReference => _reference ??= new GrainReference(GrainId, Silo);

    public object? GrainInstance { get; private set; }

    public IServiceProvider ActivationServices => (_scope ??= Silo.ServiceProvider.CreateAsyncScope()).ServiceProvider;

    public ActivationStreams Streams => _streams ??= new ActivationStreams();

    /// <summary>The call chains that may come back while this grain waits for them.</summary>
    public List<Guid> ReentrantChains => _reentrantChains ??= [];

    /// <summary>Calls chosen for it that have not ended yet; kept for stateless workers only.</summary>
    public int Load => Volatile.Read(ref _load);

    /// <summary>A call will come; callable from anywhere.</summary>
    public void Expect() => Interlocked.Increment(ref _load);

    /// <summary>Hands it a turn, from anywhere.</summary>
    public void Accept(Turn turn) => _scheduler.Enqueue(turn);

    /// <inheritdoc/>
    /// <remarks>Callable from anywhere.</remarks>
    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) =>
        _scheduler.Post(() => BeginDeactivation(deactivationReason));

    /// <summary>Deactivates it and tells when that is done; callable from anywhere.</summary>
    public Task DeactivateAsync(DeactivationReason reason)
    {
        var gone = Interlocked.CompareExchange(ref _gone, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), null) ?? _gone;
        _scheduler.Post(() =>
        {
            BeginDeactivation(reason);
            if (_state == ActivationState.Gone)
            {
                gone.TrySetResult();
            }
        });
        return gone.Task;
    }

    /// <summary>Deactivates it if it has lain idle for its class's age limit; callable from anywhere.</summary>
    public void CollectIfIdle(TimeSpan defaultAge, long streamsAskedBefore)
    {
        if (_streams is { } streams)
        {
            _scheduler.Post(() => _ = streams.CloseAbandonedAsync(streamsAskedBefore));
        }

        var age = Class.CollectionAge ?? defaultAge;
        if (age == Timeout.InfiniteTimeSpan || !IsIdle())
        {
            return;
        }

        _scheduler.Post(() =>
        {
            if (IsIdle())
            {
                BeginDeactivation(new DeactivationReason(DeactivationReasonCode.ActivationIdle, $"It was idle for {age}."));
            }
        });

        bool IsIdle() => _running == 0 && _state == ActivationState.Active && Silo.TimeProvider.GetElapsedTime(Volatile.Read(ref _idleFrom), Silo.Now) >= age;
    }

    /// <summary>The caller of a request that has arrived here gave it up; callable from anywhere.</summary>
    public void Cancel(Call call) => _scheduler.Post(call.CancelInGrain);

    public void DelayDeactivation(TimeSpan timeSpan) => _idleFrom = Silo.Now + (long)(timeSpan.TotalSeconds * Silo.TimeProvider.TimestampFrequency);

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(this, callback, options);
        (_timers ??= []).Add(timer);
        return timer;
    }

    public void Forget(GrainTimer timer) => _timers?.Remove(timer);

    /// <summary>Starts a turn, or keeps it until it may start.</summary>
    public void Admit(Turn turn)
    {
        if (_state == ActivationState.Gone)
        {
            turn.Refuse(this, null);
        }
        else if (MayStart(turn, _waiting is { Count: > 0 }))
        {
            Start(turn);
        }
        else
        {
            (_waiting ??= new Queue<Turn>(2)).Enqueue(turn);
            if (_state == ActivationState.Created)
            {
                _ = ActivateAsync();
            }
        }
    }

    /// <summary>A turn's work is done: its request has been answered.</summary>
    public void Ended(Turn turn)
    {
        _running--;
        if (Class.MostLocalWorkers is not null && turn is Call)
        {
            Interlocked.Decrement(ref _load);
        }

        if (ReferenceEquals(_blocking, turn))
        {
            _blocking = null;
        }

        if (turn.KeepsAlive)
        {
            Volatile.Write(ref _idleFrom, Math.Max(_idleFrom, Silo.Now));
        }

        if (_state == ActivationState.Deactivating && _running == 0)
        {
            _ = DeactivateNowAsync();
        }
        else
        {
            AdmitNext();
        }
    }

    private bool MayStart(Turn turn, bool othersWait) => _state switch
    {
        ActivationState.Active => MayInterleave(turn) || (_blocking is null && !othersWait),
        // What a running request waits for must still come through.
        ActivationState.Deactivating => _running > 0 && MayInterleave(turn),
        _ => false,
    };

    private bool MayInterleave(Turn turn) =>
        Class.IsReentrant || turn.MayInterleave || _reentrantChains?.Contains(turn.ReentrancyId) == true;

    private void Start(Turn turn)
    {
        _running++;
        if (_blocking is null && !turn.MayInterleave)
        {
            _blocking = turn;
        }

        turn.Run(this);
    }

    /// <summary>Lets the next waiting turn in, in a task of its own, for each begins with a context of its own.</summary>
    private void AdmitNext()
    {
        if (_waiting is { Count: > 0 } && MayStart(_waiting.Peek(), false))
        {
            _scheduler.Post(() =>
            {
                if (_waiting.Count > 0 && MayStart(_waiting.Peek(), false))
                {
                    Start(_waiting.Dequeue());
                    AdmitNext();
                }
            });
        }
    }

    private async Task ActivateAsync()
    {
        _state = ActivationState.Activating;
        try
        {
            GrainInstance = Class.Create(this);
            await ((IGrainBase)GrainInstance).OnActivateAsync(Silo.Stopping);
            _state = ActivationState.Active;
            if (_reason is { } asked)
            {
                BeginDeactivation(asked);
            }

            AdmitNext();
        }
        catch (Exception fault)
        {
            await LeaveAsync(fault);
        }
    }

    private void BeginDeactivation(DeactivationReason reason)
    {
        _reason ??= reason;
        if (_state == ActivationState.Created)
        {
            _ = LeaveAsync(null);
        }
        else if (_state == ActivationState.Active)
        {
            _state = ActivationState.Deactivating;
            if (_running == 0)
            {
                _ = DeactivateNowAsync();
            }
        }
    }

    private async Task DeactivateNowAsync()
    {
        StopTimers();
        try
        {
            await ((IGrainBase)GrainInstance!).OnDeactivateAsync(_reason ?? default, CancellationToken.None);
        }
        catch (Exception fault)
        {
            Silo.Log.DeactivationFailed(GrainId, fault);
        }

        await LeaveAsync(null);
    }

    private async Task LeaveAsync(Exception? activationFault)
    {
        StopTimers();
        _state = ActivationState.Gone;
        Silo.Catalog.Remove(this);
        while (_waiting is not null && _waiting.TryDequeue(out var turn))
        {
            turn.Refuse(this, activationFault);
        }

        try
        {
            await Disposal.DisposeAsync(_streams, GrainInstance, _scope);
        }
        catch (Exception fault)
        {
            Silo.Log.DeactivationFailed(GrainId, fault);
        }

        _gone?.TrySetResult();
    }

    private void StopTimers()
    {
        foreach (var timer in _timers?.ToArray() ?? [])
        {
            timer.Dispose();
        }
    }
}
