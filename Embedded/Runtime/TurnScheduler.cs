namespace Interleave.Embedded.Runtime;

/// <summary>Runs the turns of one activation, and whatever they await, one at a time on the thread pool.</summary>
/// <remarks>
/// The framework's ConcurrentExclusiveSchedulerPair would do the same at 1.8 KB for each activation, which is too much for a million of them;
/// nor does it tell which activation the code that runs belongs to.
/// </remarks>
internal sealed class TurnScheduler(Activation activation) : TaskScheduler, IThreadPoolWorkItem
{
    private const int QuantumInMilliseconds = 20;

    private readonly Queue<object> _queue = new(2);
    private bool _scheduled;
    private int _runningThread;
    private bool _halted;

    public Activation Activation => activation;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Whether code of the grain runs no more; turns still come through, to be refused.</summary>
    public bool IsHalted => Volatile.Read(ref _halted);

    /// <summary>Gives up code that does not end: what runs now comes to its next await, and no further.</summary>
    public void Halt() => Volatile.Write(ref _halted, true);

    public void Enqueue(object item)
    {
        lock (_queue)
        {
            _queue.Enqueue(item);
            if (_scheduled)
            {
                return;
            }

            _scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    /// <summary>Runs something on this scheduler that need not be let in, without the caller's context.</summary>
    public void Post(Action action)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            new Task(action).Start(this);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        _runningThread = Environment.CurrentManagedThreadId;
        var end = Environment.TickCount64 + QuantumInMilliseconds;
        do
        {
            object? item;
            lock (_queue)
            {
                if (!_queue.TryDequeue(out item))
                {
                    _runningThread = 0;
                    _scheduled = false;
                    return;
                }
            }

            // A turn is started within a task of this scheduler, so that its awaits come back here; the thread pool's empty context is its own.
            if (item is Task task)
            {
                _ = !IsHalted && TryExecuteTask(task);
            }
            else
            {
                new Task(static turn => ((TurnScheduler)Current).Activation.Admit((Turn)turn!), item).RunSynchronously(this);
            }
        }
        while (Environment.TickCount64 < end);

        // Others have waited long enough.
        _runningThread = 0;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    protected override void QueueTask(Task task) => Enqueue(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _runningThread == Environment.CurrentManagedThreadId && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_queue)
        {
            return [.. _queue.OfType<Task>()];
        }
    }
}
