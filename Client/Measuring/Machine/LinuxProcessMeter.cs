namespace Interleave.Client.Measuring.Machine;

/// <summary>Measures a process through <c>/proc</c>.</summary>
/// <remarks>
/// The context switches of a thread of another process that ends between two samples are known only up to the earlier one;
/// for this process <c>getrusage</c> knows them all.
/// </remarks>
internal sealed class LinuxProcessMeter : IProcessMeter
{
    // Looking at every thread of another process costs 20 µs each: done at every tenth sample only.
    private const int SamplesBetweenThreads = 10;

    private readonly bool _own;
    private readonly LinuxProcess _process;
    private readonly bool _peakIsReset;
    private readonly LinuxStatus _start;
    private readonly TimeSpan? _cpuAtStart;
    private readonly ThreadTally _switches = new();
    private readonly long? _ownSwitchesAtStart;
    private long _peakMemory;
    private int _peakThreads;
    private int _samples;

    public LinuxProcessMeter(int id)
    {
        _own = id == Environment.ProcessId;
        _process = new LinuxProcess(id);
        _peakIsReset = _process.TryResetPeakMemory();
        _start = _process.Status() ?? default;
        (_peakMemory, _peakThreads) = (_start.ResidentMemory, _start.Threads);
        if (!_own)
        {
            _switches.Start(_process.ContextSwitches());
        }

        _ownSwitchesAtStart = Libc.OwnContextSwitches();
        _cpuAtStart = CpuTime();
    }

    public void Sample()
    {
        Look();
        if (!_own && ++_samples % SamplesBetweenThreads == 0)
        {
            _switches.Look(_process.ContextSwitches());
        }
    }

    public ProcessUsage Stop()
    {
        var cpu = CpuTime() - _cpuAtStart;
        var switches = _own ? Libc.OwnContextSwitches() - _ownSwitchesAtStart : OthersSwitches();
        Look();
        return new ProcessUsage(cpu, _peakMemory - _start.ResidentMemory, _peakThreads - _start.Threads, switches);
    }

    private void Look()
    {
        if (_process.Status() is { } status)
        {
            _peakMemory = Math.Max(_peakMemory, _peakIsReset ? status.PeakResidentMemory : status.ResidentMemory);
            _peakThreads = Math.Max(_peakThreads, status.Threads);
        }
    }

    private long OthersSwitches()
    {
        _switches.Look(_process.ContextSwitches());
        return _switches.Total;
    }

    private TimeSpan? CpuTime() => _own ? Environment.CpuUsage.TotalTime : _process.CpuTime();
}
