using System.Runtime.InteropServices;

namespace Interleave.Silo;

/// <summary>Takes this process out of its terminal's reach.</summary>
internal static partial class Detachment
{
    /// <remarks>On Windows a process without a console window has no terminal to leave.</remarks>
    public static void LeaveSession()
    {
        if (!OperatingSystem.IsWindows())
        {
            // Fails only for a process that leads its group already, and such a one needs no other.
            _ = SetSession();
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSession();
}
