namespace Interleave.Client.Models;

/// <summary>Work items of the shared thread pool that are waited for together, as those of <c>Task.Run</c> are.</summary>
/// <remarks>
/// The pool is left as it comes: a thread a core, and one or two more a second while work waits. Items that block then hold up all others, which is
/// what this model shows. Waiting for the items holds no thread of the pool.
/// </remarks>
internal sealed class PoolGroup
{
    private readonly object _ended = new();
    private readonly FirstFailure _failure = new();
    private int _running;

    private PoolGroup(IReadOnlyCollection<Action> bodies)
    {
        _running = bodies.Count;
        foreach (var body in bodies)
        {
            ThreadPool.QueueUserWorkItem(Run, body, preferLocal: false);
        }
    }

    /// <summary>Runs these as a work item each, and returns when all have ended.</summary>
    public static void Run(params IEnumerable<Action> bodies) => Start(bodies).Join();

    /// <summary>Runs the same as so many work items, and returns when all have ended.</summary>
    public static void Run(int count, Action body) => Start(count, body).Join();

    public static PoolGroup Start(params IEnumerable<Action> bodies) => new([.. bodies]);

    public static PoolGroup Start(int count, Action body) => Start(Enumerable.Repeat(body, count));

    /// <summary>Makes the pool forget how many threads earlier work made it want, so that what comes starts with a thread a core as in a new process.</summary>
    /// <remarks>The pool lowers its goal when its maximum falls below it, and does not raise it when the maximum is put back.</remarks>
    public static void ForgetGrowth()
    {
        ThreadPool.GetMinThreads(out var fewest, out _);
        ThreadPool.GetMaxThreads(out var most, out var mostForIo);
        ThreadPool.SetMaxThreads(fewest, mostForIo);
        ThreadPool.SetMaxThreads(most, mostForIo);
    }

    /// <exception cref="InvalidOperationException">The caller is a work item itself, and would take a thread from those that it waits for.</exception>
    public void Join()
    {
        if (Thread.CurrentThread.IsThreadPoolThread)
        {
            throw new InvalidOperationException("A thread of the pool must not wait for work items of the pool.");
        }

        lock (_ended)
        {
            while (_running > 0)
            {
                Monitor.Wait(_ended);
            }
        }

        _failure.ThrowIfAny();
    }

    private void Run(Action body)
    {
        _failure.Guard(body);
        lock (_ended)
        {
            _running--;
            Monitor.PulseAll(_ended);
        }
    }
}
