using System.Runtime.InteropServices;

namespace Interleave.Silo.Usage;

/// <summary>What the system's C library knows of processes and the runtime does not tell.</summary>
internal static class Libc
{
    public const int OfThisProcess = 0;
    public const int OfEndedChildren = -1;

    private const int LinuxProcessCpuTime = 2;
    private const int MacProcessCpuTime = 12;

    /// <summary>From getrusage(2); null on Windows.</summary>
    public static (TimeSpan CpuTime, long Voluntary, long Involuntary)? Usage(int who) =>
        !OperatingSystem.IsWindows() && GetUsage(who, out var usage) == 0
            ? (usage.User.ToTimeSpan() + usage.System.ToTimeSpan(), usage.VoluntarySwitches, usage.InvoluntarySwitches)
            : null;

    /// <summary>Processor time of this process, to the nanosecond; null on Windows.</summary>
    public static TimeSpan? CpuTime() =>
        OperatingSystem.IsLinux() ? Read(LinuxProcessCpuTime) : OperatingSystem.IsMacOS() ? Read(MacProcessCpuTime) : null;

    /// <summary>Processor time of any process, to the nanosecond, ended threads included; null when it is gone, and elsewhere than on Linux.</summary>
    public static TimeSpan? CpuTime(int processId) =>
        OperatingSystem.IsLinux() && GetClock(processId, out var clock) == 0 ? Read(clock) : null;

    /// <summary>Who started this process, or who took it over when that one ended; null on Windows.</summary>
    public static int? ParentProcess => OperatingSystem.IsWindows() ? null : GetParent();

    private static TimeSpan? Read(int clock) => GetTime(clock, out var time) == 0
        ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
        : null;

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, out ResourceUsage usage);

    [DllImport("libc", EntryPoint = "getppid")]
    private static extern int GetParent();

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpec time);

    [DllImport("libc", EntryPoint = "clock_getcpuclockid")]
    private static extern int GetClock(int processId, out int clock);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }

    // struct timeval: the microseconds take four bytes on macOS, and a word on Linux, whose upper half is then zero.
    [StructLayout(LayoutKind.Explicit, Size = 16)]
    private readonly struct TimeValue
    {
        [FieldOffset(0)]
        private readonly long _seconds;

        [FieldOffset(8)]
        private readonly int _microseconds;

        public TimeSpan ToTimeSpan() => TimeSpan.FromTicks((_seconds * TimeSpan.TicksPerSecond) + (_microseconds * TimeSpan.TicksPerMicrosecond));
    }

    // struct rusage: two times of two words, then fourteen words, the last two of them the switches.
    [StructLayout(LayoutKind.Explicit, Size = 18 * 8)]
    private readonly struct ResourceUsage
    {
        [FieldOffset(0)]
        public readonly TimeValue User;

        [FieldOffset(2 * 8)]
        public readonly TimeValue System;

        [FieldOffset(16 * 8)]
        public readonly long VoluntarySwitches;

        [FieldOffset(17 * 8)]
        public readonly long InvoluntarySwitches;
    }
}
