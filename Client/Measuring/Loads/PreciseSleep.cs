using System.Runtime.InteropServices;

namespace Interleave.Client.Measuring.Loads;

/// <summary>Sleeps to the microsecond, which the runtime's own waits, in whole milliseconds, cannot.</summary>
internal static class PreciseSleep
{
    private const int SetTimerSlack = 29;

    /// <summary>Asks Linux to wake this thread on the nanosecond and not up to 50 µs later, its default.</summary>
    public static void SharpenThisThread()
    {
        if (OperatingSystem.IsLinux())
        {
            // Where it is refused, sleeps end a little later and the lateness that is measured says so.
            _ = Control(SetTimerSlack, 1, 0, 0, 0);
        }
    }

    public static void For(long nanoseconds)
    {
        if (OperatingSystem.IsWindows())
        {
            Thread.Yield();
            return;
        }

        var time = new TimeSpec(nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000);
        _ = Sleep(in time, 0); // A signal ends it early; callers look at the clock anyway.
    }

    [DllImport("libc", EntryPoint = "nanosleep")]
    private static extern int Sleep(in TimeSpec time, nint remaining);

    [DllImport("libc", EntryPoint = "prctl")]
    private static extern int Control(int option, nuint value, nuint unused3, nuint unused4, nuint unused5);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds)
    {
        public TimeSpec(long seconds, long nanoseconds)
            : this((nint)seconds, (nint)nanoseconds)
        {
        }
    }
}
