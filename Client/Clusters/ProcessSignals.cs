using System.Runtime.InteropServices;

namespace Interleave.Client.Clusters;

/// <summary>Signals to processes that this one started or looks after.</summary>
internal static partial class ProcessSignals
{
    private const int Terminate = 15;

    /// <summary>Asks a process to end; false where the system has no such signal, or the process is gone.</summary>
    /// <remarks>A frozen process takes no notice until it is let go on.</remarks>
    public static bool TryTerminate(int processId) => TrySend(processId, Terminate) && TryThaw(processId);

    /// <summary>Stops every thread of a process until it is thawed.</summary>
    public static bool TryFreeze(int processId) => TrySend(processId, OperatingSystem.IsLinux() ? 19 : 17);

    public static bool TryThaw(int processId) => TrySend(processId, OperatingSystem.IsLinux() ? 18 : 19);

    private static bool TrySend(int processId, int signal) => !OperatingSystem.IsWindows() && Send(processId, signal) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int processId, int signal);
}
