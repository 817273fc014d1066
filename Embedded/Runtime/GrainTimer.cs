namespace Interleave.Embedded.Runtime;

/// <summary>Puts a callback among the turns of its grain, again and again; the next period begins when a callback has ended.</summary>
internal sealed class GrainTimer : Turn, IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly CancellationTokenSource _stopped = new();
    private readonly ITimer _timer;
    private TimeSpan _period;
    private TimeSpan? _changedTo;
    private bool _ticking;
    private bool _isDue;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        _activation = activation;
        _callback = callback;
        _period = options.Period;
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            _timer = activation.Silo.TimeProvider.CreateTimer(
                static timer => ((GrainTimer)timer!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(options.DueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        ObjectDisposedException.ThrowIf(_stopped.IsCancellationRequested, this);
        _period = period;
        if (_ticking)
        {
            // Counts from the end of the callback, so that no two of them overlap.
            _changedTo = dueTime;
        }
        else
        {
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        if (_stopped.IsCancellationRequested)
        {
            return;
        }

        _timer.Dispose();
        _activation.Forget(this);
        _stopped.Cancel();
    }

    /// <summary>The same where the grain ends: what it does when it is told so must not keep the grain from ending.</summary>
    public void Stop()
    {
        try
        {
            Dispose();
        }
        catch (Exception fault)
        {
            _activation.Silo.Log.TimerFailed(_activation.GrainId, fault);
        }
    }

    public override void Run(Activation activation) => _ = RunAsync();

    public override void Refuse(Activation activation, Exception? activationFault) => Stop();

    private void Tick()
    {
        // A change may have it due again before its turn has come.
        if (!Interlocked.Exchange(ref _isDue, true))
        {
            _activation.Accept(this);
        }
    }

    private async Task RunAsync()
    {
        Volatile.Write(ref _isDue, false);
        _ticking = true;
        try
        {
            if (!_stopped.IsCancellationRequested)
            {
                await _callback(_stopped.Token);
            }
        }
        catch (Exception fault)
        {
            _activation.Silo.Log.TimerFailed(_activation.GrainId, fault);
        }
        finally
        {
            _activation.Ended(this);
            _ticking = false;
        }

        var next = _changedTo ?? (_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan);
        _changedTo = null;
        if (!_stopped.IsCancellationRequested)
        {
            _timer.Change(next, Timeout.InfiniteTimeSpan);
        }
    }
}
