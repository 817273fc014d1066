using System.ComponentModel;
using System.Diagnostics;

namespace Interleave.Client.Measuring.Machine;

/// <summary>What .NET knows of a process on every platform.</summary>
internal sealed class PortableProcess(int id) : IProcessView
{
    public int Id => id;

    public ProcessState? Look()
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return new ProcessState(process.WorkingSet64, process.WorkingSet64, process.Threads.Count);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null; // The process is gone, or not ours to look at.
        }
    }

    public void ForgetPeak()
    {
        // No peak is kept: the looks in between must do.
    }

    public long? ProportionalMemory() => null;

    public IEnumerable<(int Thread, TimeSpan CpuTime)>? ThreadTimes() => null;
}
