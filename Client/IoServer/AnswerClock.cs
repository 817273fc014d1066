using System.Diagnostics;
using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.IoServer;

/// <summary>Says when an answer is due, by a thread of its own: the runtime's timers tick every 4 ms, this one follows the system's clock.</summary>
internal sealed class AnswerClock : IDisposable
{
    private static readonly TimeSpan Fine = TimeSpan.FromMilliseconds(1);

    private readonly PriorityQueue<TaskCompletionSource<long>, long> _waiting = new();
    private long _heldUntil;
    private long _order;
    private bool _ended;

    public AnswerClock() => new Thread(ReleaseWhenDue) { Name = "answer clock", IsBackground = true }.Start();

    /// <summary>Completes when an answer is due after a delay; at once, and on the caller's thread, where none was asked for.</summary>
    /// <returns>The timestamp at which the answer was due.</returns>
    public ValueTask<long> WaitAsync(TimeSpan delay)
    {
        var due = After(delay);
        if (delay == TimeSpan.Zero && due >= Volatile.Read(ref _heldUntil))
        {
            return ValueTask.FromResult(due);
        }

        // Continued elsewhere: writing an answer must not hold up the clock.
        var answer = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            _waiting.Enqueue(answer, due);
            Monitor.Pulse(_waiting);
        }

        return new ValueTask<long>(answer.Task);
    }

    /// <summary>To be called when the answer is about to be sent: what it had to wait for beside its delay counts as lateness.</summary>
    public DueAnswer Take(long due) => new(Interlocked.Increment(ref _order), Stopwatch.GetElapsedTime(due));

    /// <summary>Holds all answers, as a server does that collects garbage or lost its disk for a while.</summary>
    public void Stall(TimeSpan duration) => Volatile.Write(ref _heldUntil, After(duration));

    public void Dispose()
    {
        lock (_waiting)
        {
            _ended = true;
            Monitor.Pulse(_waiting);
        }
    }

    private static long After(TimeSpan delay) => Stopwatch.GetTimestamp() + (long)(delay.TotalSeconds * Stopwatch.Frequency);

    private void ReleaseWhenDue()
    {
        PreciseSleep.SharpenThisThread();
        while (UntilNext() is { } left)
        {
            PreciseSleep.For((long)left.TotalNanoseconds);
        }
    }

    /// <summary>Releases what is due, and waits until the next answer is almost due.</summary>
    /// <returns>How long until then, less than a millisecond; null when the clock has ended.</returns>
    private TimeSpan? UntilNext()
    {
        lock (_waiting)
        {
            while (!_ended)
            {
                if (!_waiting.TryPeek(out var answer, out var due))
                {
                    Monitor.Wait(_waiting);
                    continue;
                }

                var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), Math.Max(due, Volatile.Read(ref _heldUntil)));
                if (left <= TimeSpan.Zero)
                {
                    _waiting.Dequeue();
                    answer.SetResult(due);
                }
                else if (left < Fine)
                {
                    return left;
                }
                else
                {
                    Monitor.Wait(_waiting, (int)left.TotalMilliseconds);
                }
            }

            return null;
        }
    }
}
