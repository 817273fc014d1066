using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Interleave.Client.Measuring.Machine;

/// <summary>Times a fixed kernel on all cores at once: whatever else runs on the machine makes it slower.</summary>
internal static class NoiseProbe
{
    // About 20 ms: several turns of the system's scheduler, so that one who shares a core is noticed.
    private const int Steps = 8_000_000;

    public static NoiseSample Measure()
    {
        var seconds = new double[Environment.ProcessorCount];
        using var ready = new Barrier(seconds.Length + 1);
        var threads = Enumerable.Range(0, seconds.Length).Select(core => new Thread(() => seconds[core] = Time(ready)) { Name = "noise probe" }).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        var cpu = Environment.CpuUsage.TotalTime;
        ready.SignalAndWait(CancellationToken.None);
        Array.ForEach(threads, thread => thread.Join());
        cpu = Environment.CpuUsage.TotalTime - cpu;
        return new NoiseSample(seconds.Max(), Math.Max(0, 1 - (cpu.TotalSeconds / seconds.Sum())));
    }

    // Compiled with full effort at once: the first sample must not be the slowest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Time(Barrier ready)
    {
        ready.SignalAndWait(CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        var state = 88172645463325252UL;
        for (var step = 0; step < Steps; step++)
        {
            // Marsaglia's xorshift: each step needs the one before, so that nothing can be left out or done at once.
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }

        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return state == 0 ? double.NaN : elapsed; // It is never zero; the compiler does not know.
    }
}
