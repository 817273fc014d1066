using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Interleave.Client.Models;

/// <summary>Threads that do the same and are waited for together.</summary>
/// <remarks>A thread's unhandled exception ends the process. Here the first one reaches whoever joins, as it does with <c>Task.WhenAll</c>.</remarks>
internal sealed class ThreadGroup
{
    private readonly List<Thread> _threads;
    private readonly ConcurrentQueue<Exception> _failures = new();

    private ThreadGroup(int count, Action body) =>
        _threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(() => Run(body)) { IsBackground = true })];

    public static ThreadGroup Start(int count, Action body)
    {
        var group = new ThreadGroup(count, body);
        group._threads.ForEach(thread => thread.Start());
        return group;
    }

    public void Join()
    {
        _threads.ForEach(thread => thread.Join());
        if (_failures.TryPeek(out var first))
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }

    private void Run(Action body)
    {
        try
        {
            body();
        }
        catch (Exception exception)
        {
            _failures.Enqueue(exception);
        }
    }
}
