using System.Runtime.InteropServices;

namespace Interleave.Grains.Tracing;

/// <summary>How long the calling thread has had a processor, where the system tells to the microsecond.</summary>
internal static class ThreadClock
{
    private const int LinuxThreadCpuTime = 3;
    private const int MacThreadCpuTime = 16;

    private static readonly int Clock = OperatingSystem.IsLinux() ? LinuxThreadCpuTime : OperatingSystem.IsMacOS() ? MacThreadCpuTime : -1;

    /// <summary>Null on systems whose thread times are too coarse (Windows counts in ticks of 15.6 ms).</summary>
    public static TimeSpan? CpuTime => Clock >= 0 && GetTime(Clock, out var time) == 0
        ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
        : null;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
