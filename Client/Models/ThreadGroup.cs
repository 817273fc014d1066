using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Interleave.Client.Models;

/// <summary>Threads that are waited for together.</summary>
/// <remarks>A thread's unhandled exception ends the process. Here the first one reaches whoever joins, as it does with <c>Task.WhenAll</c>.</remarks>
internal sealed class ThreadGroup
{
    private readonly List<Thread> _threads;
    private readonly ConcurrentQueue<Exception> _failures = new();

    private ThreadGroup(IEnumerable<Action> bodies) =>
        _threads = [.. bodies.Select(body => new Thread(() => Run(body)) { IsBackground = true })];

    /// <summary>Runs these, each on a thread of its own, and returns when all have ended.</summary>
    public static void Run(params IEnumerable<Action> bodies) => Start(bodies).Join();

    /// <summary>Runs the same on so many threads, and returns when all have ended.</summary>
    public static void Run(int count, Action body) => Start(count, body).Join();

    /// <summary>Starts a thread for each of these.</summary>
    public static ThreadGroup Start(params IEnumerable<Action> bodies)
    {
        var group = new ThreadGroup(bodies);
        group._threads.ForEach(thread => thread.Start());
        return group;
    }

    /// <summary>Starts threads that all do the same.</summary>
    public static ThreadGroup Start(int count, Action body) => Start(Enumerable.Repeat(body, count));

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
