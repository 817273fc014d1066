using System.Diagnostics;

namespace Interleave.Client.IoServer;

/// <summary>Says when an answer is due, by a thread of its own: the runtime's timers tick every 4 ms, this one every millisecond at the latest.</summary>
internal sealed class AnswerClock : IDisposable
{
    private readonly PriorityQueue<TaskCompletionSource<DueAnswer>, long> _waiting = new();
    private long _heldUntil;
    private long _order;
    private bool _ended;

    public AnswerClock() => new Thread(ReleaseWhenDue) { Name = "answer clock", IsBackground = true }.Start();

    public Task<DueAnswer> DueAfterAsync(TimeSpan delay)
    {
        // Continued elsewhere: whoever writes an answer must not hold up the clock.
        var answer = new TaskCompletionSource<DueAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            _waiting.Enqueue(answer, After(delay));
            Monitor.Pulse(_waiting);
        }

        return answer.Task;
    }

    /// <summary>Holds all answers, as a server does that collects garbage or lost its disk for a while.</summary>
    public void Stall(TimeSpan duration)
    {
        lock (_waiting)
        {
            _heldUntil = After(duration);
        }
    }

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
        lock (_waiting)
        {
            while (!_ended)
            {
                if (!_waiting.TryPeek(out var answer, out var due))
                {
                    Monitor.Wait(_waiting);
                    continue;
                }

                var now = Stopwatch.GetTimestamp();
                var left = Stopwatch.GetElapsedTime(now, Math.Max(due, _heldUntil));
                if (left > TimeSpan.Zero)
                {
                    Monitor.Wait(_waiting, (int)Math.Ceiling(left.TotalMilliseconds));
                    continue;
                }

                _waiting.Dequeue();
                answer.SetResult(new DueAnswer(++_order, Stopwatch.GetElapsedTime(due, now)));
            }
        }
    }
}
