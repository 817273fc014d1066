using System.Runtime.InteropServices;

namespace Interleave.Client.Measuring.Machine;

/// <summary>What the system's C library knows of this process and the runtime does not tell.</summary>
internal static class Libc
{
    private const int Self = 0;

    /// <summary>Context switches of all threads of this process, those that have ended included; null on Windows.</summary>
    public static long? OwnContextSwitches() =>
        !OperatingSystem.IsWindows() && GetUsage(Self, out var usage) == 0 ? usage.VoluntarySwitches + usage.InvoluntarySwitches : null;

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, out Usage usage);

    // struct rusage of getrusage(2): two times of two words, then fourteen words, the last two of them the switches.
    [StructLayout(LayoutKind.Explicit, Size = 18 * 8)]
    private readonly struct Usage
    {
        [FieldOffset(16 * 8)]
        public readonly long VoluntarySwitches;

        [FieldOffset(17 * 8)]
        public readonly long InvoluntarySwitches;
    }
}
