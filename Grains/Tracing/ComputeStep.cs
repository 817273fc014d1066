using System.Diagnostics;

namespace Interleave.Grains.Tracing;

/// <summary>A traced stretch of computing on one thread, which also tells when that thread had no processor.</summary>
/// <remarks>
/// Whether a thread runs cannot be asked from outside; it is told by comparing the wall clock with the thread's processor clock at every
/// <see cref="Tick"/>: where the wall went on and the processor clock did not, somebody else had the core.
/// </remarks>
public sealed class ComputeStep : IDisposable
{
    /// <summary>What the two clocks may differ by while the thread runs: the cost of reading them, and of an interrupt.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMicroseconds(20);

    private readonly Activity _activity;
    private readonly long _startTimestamp;
    private readonly DateTime _startTime;
    private readonly TimeSpan? _startCpu;
    private TimeSpan _wall;
    private TimeSpan? _cpu;

    private ComputeStep(Activity activity)
    {
        _activity = activity;
        do
        {
            // Three clocks, read as one moment: again, if the thread lost its processor between them. The time of day comes first: a step
            // must not seem to end after the next one on its thread began.
            _startTime = TimeProvider.System.GetUtcNow().UtcDateTime;
            _startCpu = ThreadClock.CpuTime;
            _startTimestamp = Stopwatch.GetTimestamp();
        }
        while (TimeProvider.System.GetUtcNow().UtcDateTime - _startTime > Tolerance);

        _cpu = _startCpu;
        activity.SetStartTime(_startTime);
    }

    /// <summary>Null when nobody traces, so that an untraced kernel pays a comparison and no more.</summary>
    public static ComputeStep? Start(string name)
    {
        var activity = TraceSources.Work.StartActivity(name);
        activity?.SetTag(TraceNames.Step, TraceNames.Compute);
        return activity is null ? null : new ComputeStep(activity);
    }

    /// <summary>To be called every 100 µs or so: a timeline is no finer than its ticks.</summary>
    public void Tick()
    {
        var wall = Stopwatch.GetElapsedTime(_startTimestamp);
        var cpu = ThreadClock.CpuTime;
        var away = wall - _wall - (cpu - _cpu);
        if (away > Tolerance)
        {
            var tags = new ActivityTagsCollection { [TraceNames.Duration] = (wall - _wall).TotalSeconds };
            _activity.AddEvent(new ActivityEvent(TraceNames.Preempted, new DateTimeOffset(_startTime + _wall), tags));
        }

        (_wall, _cpu) = (wall, cpu);
    }

    public void Dispose()
    {
        Tick();
        if (_cpu - _startCpu is { } cpu)
        {
            _activity.SetTag(TraceNames.CpuTime, cpu.TotalSeconds);
        }

        _activity.SetEndTime(_startTime + _wall);
        _activity.Dispose();
    }
}
