using System.ComponentModel;
using System.Diagnostics;

namespace Interleave.Client.Measuring.Machine;

/// <summary>Measures a process by what .NET knows of it on every platform: memory and threads as sampled.</summary>
internal sealed class PortableProcessMeter : IProcessMeter
{
    private readonly int _id;
    private readonly Look? _start;
    private readonly long? _switchesAtStart;
    private long _peakMemory;
    private int _peakThreads;

    public PortableProcessMeter(int id)
    {
        _id = id;
        _start = TryLook();
        _switchesAtStart = OwnSwitches();
    }

    public void Sample()
    {
        if (TryLook() is { } look)
        {
            _peakMemory = Math.Max(_peakMemory, look.Memory);
            _peakThreads = Math.Max(_peakThreads, look.Threads);
        }
    }

    public ProcessUsage Stop()
    {
        var switches = OwnSwitches() - _switchesAtStart;
        Sample();
        return _start is { } start
            ? new ProcessUsage(TryLook()?.CpuTime - start.CpuTime, Math.Max(0, _peakMemory - start.Memory), Math.Max(0, _peakThreads - start.Threads), switches)
            : new ProcessUsage(null, null, null, null);
    }

    private long? OwnSwitches() => _id == Environment.ProcessId ? Libc.OwnContextSwitches() : null;

    private Look? TryLook()
    {
        try
        {
            using var process = Process.GetProcessById(_id);
            return new Look(process.TotalProcessorTime, process.WorkingSet64, process.Threads.Count);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null; // The process is gone, or not ours to look at.
        }
    }

    private readonly record struct Look(TimeSpan CpuTime, long Memory, int Threads);
}
