namespace Interleave.Client.Scenarios.Memory;

/// <summary>Where units that block are idle until all of them are let go.</summary>
internal sealed class RestingPlace
{
    private readonly object _arrival = new();
    private readonly object _end = new();
    private int _arrived;
    private bool _isOver;

    /// <summary>Blocks until the end.</summary>
    public void Rest()
    {
        lock (_arrival)
        {
            _arrived++;
            Monitor.Pulse(_arrival);
        }

        lock (_end)
        {
            while (!_isOver)
            {
                Monitor.Wait(_end);
            }
        }
    }

    /// <summary>Blocks until the end, as a unit of the trial.</summary>
    public void Rest(TrialContext trial)
    {
        using var unit = trial.Unit("idle");
        Rest();
    }

    /// <summary>Blocks until so many units in all have come to rest.</summary>
    /// <exception cref="TimeoutException">Some have not come in time.</exception>
    public void AwaitArrival(int count, TimeSpan patience)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        lock (_arrival)
        {
            while (_arrived < count)
            {
                if (until - Environment.TickCount64 is not (> 0 and var left) || !Monitor.Wait(_arrival, (int)left))
                {
                    throw new TimeoutException($"Only {_arrived} of {count} units came to life: the next ones took longer than {patience.TotalSeconds:0.#} s.");
                }
            }
        }
    }

    public void LetGo()
    {
        lock (_end)
        {
            _isOver = true;
            Monitor.PulseAll(_end);
        }
    }
}
