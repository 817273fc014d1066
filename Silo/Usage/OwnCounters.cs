using System.Runtime;

namespace Interleave.Silo.Usage;

/// <summary>The counters of this process, read where they are exact.</summary>
internal static class OwnCounters
{
    public static ProcessCounters Read()
    {
        // What costs most comes first, so that it is over when the processor time is read.
        var heap = GC.GetTotalMemory(forceFullCollection: false);
        var pause = GC.GetTotalPauseDuration();
        var compiling = JitInfo.GetCompilationTime();
        var switches = Libc.Usage(Libc.OfThisProcess);
        return new ProcessCounters(Libc.CpuTime() ?? Environment.CpuUsage.TotalTime, switches?.Voluntary, switches?.Involuntary, compiling, pause, heap);
    }

    /// <summary>Of the processes that this one started, that have ended, and whose end was noticed.</summary>
    /// <remarks>What they compiled and collected is not known, unless there were none.</remarks>
    public static ProcessCounters ReadEndedChildren() => Libc.Usage(Libc.OfEndedChildren) switch
    {
        null => ProcessCounters.Unknown,
        { CpuTime.Ticks: 0 } => ProcessCounters.None,
        { } usage => ProcessCounters.Unknown with { CpuTime = usage.CpuTime, VoluntarySwitches = usage.Voluntary, InvoluntarySwitches = usage.Involuntary },
    };
}
