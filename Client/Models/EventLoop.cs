namespace Interleave.Client.Models;

/// <summary>One thread that runs everything posted to it in order, as Python's asyncio or Node.js do.</summary>
/// <remarks>Continuations of an <c>await</c> come back to the same thread through the <see cref="SynchronizationContext"/>.</remarks>
internal sealed class EventLoop : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = [];
    private bool _ended;

    private EventLoop()
    {
    }

    /// <summary>Runs <paramref name="main"/> on a loop of its own until it completes, as <c>asyncio.run</c> does.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> main)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => new EventLoop().Run(main, completion)) { Name = "event loop", IsBackground = true };
        thread.Start();
        return completion.Task;
    }

    /// <summary>Callbacks that come when the loop has ended are dropped: nobody is there to run them.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_ready)
        {
            if (!_ended)
            {
                _ready.Enqueue((d, state));
                Monitor.Pulse(_ready);
            }
        }
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("An event loop has one thread: waiting for it from another would stop it.");

    private void Run<T>(Func<Task<T>> main, TaskCompletionSource<T> completion)
    {
        SetSynchronizationContext(this);
        try
        {
            var result = main();
            result.ContinueWith(_ => End(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (TryTake(out var callback, out var state))
            {
                callback(state);
            }

            completion.SetFromTask(result);
        }
        catch (Exception exception)
        {
            // A coroutine that nobody awaits (async void) failed, or main did before its first await: the loop ends with it.
            End();
            completion.SetException(exception);
        }
    }

    private bool TryTake(out SendOrPostCallback callback, out object? state)
    {
        lock (_ready)
        {
            while (_ready.Count == 0 && !_ended)
            {
                Monitor.Wait(_ready);
            }

            (callback, state) = _ended ? default : _ready.Dequeue();
            return !_ended;
        }
    }

    private void End()
    {
        lock (_ready)
        {
            _ended = true;
            Monitor.Pulse(_ready);
        }
    }
}
