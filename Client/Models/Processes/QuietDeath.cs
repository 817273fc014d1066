using System.Runtime.InteropServices;

namespace Interleave.Client.Models.Processes;

/// <summary>Lets this process end without what a crash leaves behind: lines on standard error, and an image of its memory.</summary>
internal static partial class QuietDeath
{
    private const int WriteOnly = 1;
    private const int StandardError = 2;
    private const int SetDumpable = 4; // PR_SET_DUMPABLE of prctl(2).

    /// <summary>From here on; there is no way back.</summary>
    public static void Prepare()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var nowhere = Open("/dev/null", WriteOnly);
        if (nowhere >= 0)
        {
            _ = Replace(nowhere, StandardError);
        }

        if (OperatingSystem.IsLinux())
        {
            _ = Control(SetDumpable, 0, 0, 0, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Replace(int from, int to);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int option, nuint value, nuint third, nuint fourth, nuint fifth);
}
