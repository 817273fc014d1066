using System.Globalization;

namespace Interleave.Embedded.Network;

/// <summary>How many files and sockets this process may still open.</summary>
internal static class FileDescriptors
{
    /// <summary>What connections leave to all else: the runtime opens a pipe for each thread that it starts, and aborts the process where it cannot.</summary>
    public const int Reserve = 64;

    /// <summary>So many connections are taken however few descriptors there are: a silo that takes none is of no use.</summary>
    public const int FewestConnections = 4;

    private const string Limits = "/proc/self/limits";
    private const string LimitName = "Max open files";

    /// <summary>Null where the system does not tell.</summary>
    public static int? Free() => File.Exists(Limits) && LimitIn(File.ReadLines(Limits)) is { } limit
        ? Math.Max(0, limit - Directory.EnumerateFileSystemEntries("/proc/self/fd").Count())
        : null;

    /// <summary>The connections that each of some listeners may have at once.</summary>
    public static int ConnectionsOfEach(int listeners, int? free) =>
        free is { } some ? Math.Max(FewestConnections, (some - Reserve) / listeners) : int.MaxValue;

    /// <summary>Whether something failed because the process, or the system, has no descriptor left: it may work a moment later.</summary>
    /// <remarks>On Unix, the library passes the system's error number on: ENFILE is 23, EMFILE 24, on Linux as on macOS.</remarks>
    public static bool AreUsedUp(Exception fault) => !OperatingSystem.IsWindows() && fault is IOException { HResult: 23 or 24 };

    /// <summary>The soft limit, in the table that Linux gives; null where there is none.</summary>
    public static int? LimitIn(IEnumerable<string> table) =>
        table.FirstOrDefault(line => line.StartsWith(LimitName, StringComparison.Ordinal)) is { } line
        && int.TryParse(line[LimitName.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture, out var limit)
            ? limit
            : null;
}
