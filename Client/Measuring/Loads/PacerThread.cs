namespace Interleave.Client.Measuring.Loads;

/// <summary>Wakes units at the due times of their operations, from one thread that sleeps in between.</summary>
/// <remarks>
/// One clock for every model: threads and cooperative units are woken by the same thread at the same times. Timers of the runtime
/// are no use here, some tick every 4 ms.
/// </remarks>
internal sealed class PacerThread(long[] dueOffsets, Clock clock, GeneratorLog log, CancellationToken cancellation) : IPacer
{
    private static readonly Action AlreadyDue = () => { };

    private const long FineNanoseconds = 2_000_000;

    // For each operation what wakes its unit, once one waits for it; AlreadyDue once that time has passed.
    private readonly Action?[] _wakeUps = new Action?[dueOffsets.Length];
    private readonly Lock _beginning = new();
    private long _begin;

    public long Operations => dueOffsets.Length;

    public void Begin()
    {
        lock (_beginning)
        {
            if (_begin == 0)
            {
                Volatile.Write(ref _begin, clock.Now);
                new Thread(HandOut) { Name = "pacer", IsBackground = true, Priority = ThreadPriority.Highest }.Start();
            }
        }
    }

    public long DueAt(long number) => _begin + clock.FromNanoseconds(dueOffsets[number]);

    public void Wait(long number)
    {
        if (IsDue(number))
        {
            return;
        }

        var due = new ManualResetEventSlim(false, spinCount: 0);
        if (Expect(number, due.Set))
        {
            due.Wait(CancellationToken.None);
        }
    }

    public Task WaitAsync(long number)
    {
        if (IsDue(number))
        {
            return Task.CompletedTask;
        }

        var due = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Expect(number, due.SetResult) ? due.Task : Task.CompletedTask;
    }

    private bool IsDue(long number) => Volatile.Read(ref _begin) != 0 && clock.Now >= DueAt(number);

    /// <returns>False when the operation became due in the meantime.</returns>
    private bool Expect(long number, Action wakeUp) => Interlocked.CompareExchange(ref _wakeUps[number], wakeUp, null) is null;

    private void HandOut()
    {
        using var stopped = new ManualResetEventSlim(false, spinCount: 0);
        using var registration = cancellation.Register(stopped.Set);
        PreciseSleep.SharpenThisThread();
        for (var number = 0; number < dueOffsets.Length; number++)
        {
            // When the load is cancelled, everybody who waits is woken at once, and finds that out.
            if (SleepUntil(DueAt(number), stopped))
            {
                log.Due(clock.ToNanoseconds(clock.Now - DueAt(number)));
            }

            Interlocked.Exchange(ref _wakeUps[number], AlreadyDue)?.Invoke();
        }
    }

    private bool SleepUntil(long due, ManualResetEventSlim stopped)
    {
        while (!stopped.IsSet)
        {
            var left = clock.ToNanoseconds(due - clock.Now);
            if (left <= 0)
            {
                return true;
            }

            if (left > 2 * FineNanoseconds)
            {
                stopped.Wait(TimeSpan.FromMilliseconds((left - FineNanoseconds) / 1_000_000), CancellationToken.None);
            }
            else
            {
                PreciseSleep.For(left);
            }
        }

        return false;
    }
}
