using System.Diagnostics;
using Interleave.Grains.Tracing;

namespace Interleave.Grains.Dinner;

/// <summary>Cuts a computation into stretches, and tells for how much of each its thread had a processor.</summary>
/// <remarks>That a thread is within a computation does not mean that it runs: on one core, two are within one and take turns.</remarks>
internal sealed class RunningWatch
{
    /// <summary>Of the usual size these take some 50 µs: reading the processor's clock, a call into the system, does not show.</summary>
    private const int NumbersAStretch = 32;

    private readonly List<Stretch> _stretches = [];
    private long _from = Stopwatch.GetTimestamp();
    private TimeSpan? _cpu = ThreadClock.CpuTime;
    private int _numbers;

    public void Tick()
    {
        if (++_numbers % NumbersAStretch == 0)
        {
            Note();
        }
    }

    public IReadOnlyList<Stretch> Stop()
    {
        Note();
        return _stretches;
    }

    private void Note()
    {
        var (to, cpu) = (Stopwatch.GetTimestamp(), ThreadClock.CpuTime);
        if (cpu - _cpu is { } ran)
        {
            _stretches.Add(new Stretch(_from, to, (long)(ran.TotalSeconds * Stopwatch.Frequency)));
        }

        (_from, _cpu) = (to, cpu);
    }
}
