using System.Diagnostics;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>How many units are at work, and when one of them failed: in memory that outlives their processes.</summary>
internal sealed class SharedMoments(SharedMemory memory) : IDisposable
{
    private const int AtWorkCell = 0;
    private const int FaultCell = 1;
    private const int Cells = 2;

    private readonly Memory<long> _cells = memory.Numbers(0, Cells);

    public string Path => memory.Path;

    public int UnitsAtWork => (int)Volatile.Read(ref _cells.Span[AtWorkCell]);

    /// <summary>The timestamp of the fault; 0 before it. Processes of one machine share the clock.</summary>
    public long Fault => Volatile.Read(ref _cells.Span[FaultCell]);

    public static SharedMoments Create() => new(SharedMemory.Create(Cells * sizeof(long)));

    public static SharedMoments Open(string path) => new(SharedMemory.Open(path));

    public void AtWork() => Interlocked.Increment(ref _cells.Span[AtWorkCell]);

    public void NoteFault() => Volatile.Write(ref _cells.Span[FaultCell], Stopwatch.GetTimestamp());

    /// <summary>From the fault to now; nothing where none was noted.</summary>
    public TimeSpan SinceFault() => Fault == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(Fault);

    public void Dispose() => memory.Dispose();
}
