using System.Diagnostics;
using Interleave.Client.Clusters;

namespace Interleave.Client.Doctor.Calls;

/// <summary>What this process and its silos have spent since this was made.</summary>
internal sealed class Effort(IReadOnlyList<ClusterSilo> silos)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly long _allocated = GC.GetTotalAllocatedBytes(precise: true);
    private readonly TimeSpan _processorTime = ProcessorTime(silos);

    /// <summary>What one of so many took.</summary>
    public CallFigures Of(long count)
    {
        var elapsed = Stopwatch.GetElapsedTime(_start);
        return new CallFigures(
            count / elapsed.TotalSeconds,
            (ProcessorTime(silos) - _processorTime).TotalNanoseconds / count,
            (double)(GC.GetTotalAllocatedBytes(precise: true) - _allocated) / count);
    }

    private static TimeSpan ProcessorTime(IReadOnlyList<ClusterSilo> silos)
    {
        var total = TimeSpan.Zero;
        foreach (var id in silos.Select(silo => silo.ProcessId).OfType<int>().Append(Environment.ProcessId).Distinct())
        {
            using var process = Process.GetProcessById(id);
            total += process.TotalProcessorTime;
        }

        return total;
    }
}
