namespace Interleave.Client.Models;

/// <summary>Threads that are waited for together; the first failure of one reaches the one that joins, as it does with <c>Task.WhenAll</c>.</summary>
internal sealed class ThreadGroup
{
    private readonly List<Thread> _threads;
    private readonly FirstFailure _failure = new();

    private ThreadGroup(IEnumerable<Action> bodies) =>
        _threads = [.. bodies.Select(body => new Thread(() => _failure.Guard(body)) { IsBackground = true })];

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
        _failure.ThrowIfAny();
    }
}
