using System.Collections.Concurrent;

namespace Interleave.Client.Models;

/// <summary>One thread that runs everything posted to it in order, as Python's asyncio or Node.js do.</summary>
/// <remarks>Continuations of an <c>await</c> come back to the same thread through the <see cref="SynchronizationContext"/>.</remarks>
internal sealed class EventLoop : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _ready = [];

    private EventLoop()
    {
    }

    /// <summary>Runs <paramref name="main"/> on a loop of its own until it completes, as <c>asyncio.run</c> does.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> main)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => new EventLoop().Turn(main, completion)) { Name = "event loop", IsBackground = true };
        thread.Start();
        return completion.Task;
    }

    public override void Post(SendOrPostCallback d, object? state) => _ready.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("An event loop has one thread: waiting for it from another would stop it.");

    private void Turn<T>(Func<Task<T>> main, TaskCompletionSource<T> completion)
    {
        SetSynchronizationContext(this);
        Post(async _ =>
        {
            try
            {
                completion.SetResult(await main());
            }
            catch (OperationCanceledException exception)
            {
                completion.SetCanceled(exception.CancellationToken);
            }
            catch (Exception exception)
            {
                completion.SetException(exception);
            }
            finally
            {
                _ready.CompleteAdding();
            }
        }, null);
        foreach (var (callback, state) in _ready.GetConsumingEnumerable())
        {
            callback(state);
        }
    }
}
