namespace Interleave.Embedded.Runtime;

/// <summary>Runs the turns of one activation, and whatever they await, one at a time on the thread pool.</summary>
/// <remarks>
/// The framework's ConcurrentExclusiveSchedulerPair would do the same at 1.8 KB for each activation, which is too much for a million of them;
/// nor does it tell which activation the code that runs belongs to.
/// </remarks>
internal sealed class TurnScheduler(Activation activation) : TaskScheduler, IThreadPoolWorkItem
{
    private const int QuantumInMilliseconds = 20;

    /// <summary>Stands where nothing has come since the thread that runs looked last.</summary>
    private static readonly Scheduled Nothing = new ScheduledTask(Task.CompletedTask);

    /// <summary>What has come, the newest first; null while no thread runs this scheduler, nor is to.</summary>
    private Scheduled? _came;

    /// <summary>What the thread that runs has taken over, the oldest first.</summary>
    private Scheduled? _due;
    private int _runningThread;
    private bool _halted;

    public Activation Activation => activation;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Whether code of the grain runs no more; turns still come through, to be refused.</summary>
    public bool IsHalted => Volatile.Read(ref _halted);

    /// <summary>Gives up code that does not end: what runs now comes to its next await, and no further.</summary>
    public void Halt() => Volatile.Write(ref _halted, true);

    public void Enqueue(Scheduled item)
    {
        Scheduled? newest;
        do
        {
            newest = Volatile.Read(ref _came);
            item.Next = newest;
        }
        while (Interlocked.CompareExchange(ref _came, item, newest) != newest);

        if (newest is null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        }
    }

    /// <summary>Runs something on this scheduler that need not be let in, without the caller's context.</summary>
    public void Post(Action action)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            new Task(action).Start(this);
        }
    }

    /// <summary>Runs a task that was queued here.</summary>
    public void Execute(Task task) => _ = !IsHalted && TryExecuteTask(task);

    /// <remarks>Turns are started within a task of this scheduler, so that their awaits come back here; the thread pool's empty context is its own.</remarks>
    void IThreadPoolWorkItem.Execute()
    {
        _runningThread = Environment.CurrentManagedThreadId;
        new Task(static scheduler => ((TurnScheduler)scheduler!).RunDue(), this).RunSynchronously(this); // It is given one.
    }

    protected override void QueueTask(Task task) => Enqueue(new ScheduledTask(task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _runningThread == Environment.CurrentManagedThreadId && TryExecuteTask(task);

    /// <summary>For debuggers, which must do without: the queue is nobody's but the running thread's.</summary>
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void RunDue()
    {
        long? end = null;
        while (TakeDue() is { } item)
        {
            try
            {
                item.RunOn(this);
            }
            catch (Exception fault)
            {
                activation.Silo.Log.TurnFailed(activation.GrainId, fault);
            }

            if (_due is null && Volatile.Read(ref _came) == Nothing)
            {
                continue;
            }

            var now = Environment.TickCount64;
            if (now >= (end ??= now + QuantumInMilliseconds))
            {
                // Others have waited long enough.
                _runningThread = 0;
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
        }
    }

    /// <summary>What is next; null when there is nothing, and the next to come starts a thread again.</summary>
    private Scheduled? TakeDue()
    {
        while (_due is null)
        {
            _runningThread = 0;
            if (Interlocked.CompareExchange(ref _came, null, Nothing) == Nothing)
            {
                return null;
            }

            _runningThread = Environment.CurrentManagedThreadId;
            for (var item = Interlocked.Exchange(ref _came, Nothing); item is not null && item != Nothing;)
            {
                // What came last stands first: turned around.
                var older = item.Next;
                item.Next = _due;
                _due = item;
                item = older;
            }
        }

        var taken = _due;
        _due = taken.Next;
        taken.Next = null;
        return taken;
    }
}
