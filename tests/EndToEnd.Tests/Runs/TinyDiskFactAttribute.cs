using System.ComponentModel;
using System.Diagnostics;

namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>A test that mounts a disk of 1 MiB, seen by one process only, and is skipped where that is not allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TinyDiskFactAttribute : FactAttribute
{
    public TinyDiskFactAttribute() => Skip = MayMount() ? null : "This user may not mount a disk in a namespace of its own.";

    /// <summary>The words before a command that see the disk at this path.</summary>
    public static string[] Mount(string path) =>
        ["unshare", "--mount", "--map-root-user", "sh", "-c", "mount -t tmpfs -o size=1m none \"$0\" && exec \"$@\"", path];

    private static bool MayMount()
    {
        string[] words = [.. Mount("/tmp"), "true"];
        try
        {
            using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true });
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
