using System.Globalization;
using System.Runtime.InteropServices;

namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>Signals to processes, numbered as on Linux.</summary>
internal static partial class Signals
{
    public const int HangUp = 1;
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    public static void Send(int processId, int signal) => _ = SendSignal(processId, signal);

    /// <summary>A shell lets programs in its background ignore Ctrl-C, and their children inherit that: these tests need it to arrive.</summary>
    public static void ListenForInterrupt()
    {
        if (OperatingSystem.IsLinux() && IsIgnored(Interrupt))
        {
            _ = SetHandler(Interrupt, 0);
        }
    }

    private static bool IsIgnored(int signal)
    {
        var ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)).Split('\t')[1];
        return (ulong.Parse(ignored, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << (signal - 1))) != 0;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint SetHandler(int signal, nint handler);
}
