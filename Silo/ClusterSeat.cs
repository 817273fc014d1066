using System.Globalization;

namespace Interleave.Silo;

/// <summary>A process's place in its cluster's folder: held as long as the process lives, so that whether it does is never in doubt.</summary>
internal sealed class ClusterSeat(ClusterFolder folder, string name, FileLock held) : IDisposable
{
    public ClusterFolder Folder => folder;

    /// <summary>Unlike any other seat's.</summary>
    public string Name => name;

    public static string NewName(SeatKind kind) => string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{kind}-{Guid.NewGuid():N}");

    public static bool IsOfSilo(string name) => name.Contains($"-{SeatKind.Silo}-", StringComparison.Ordinal);

    /// <summary>The process that took the seat of this name; null for a name that no seat has.</summary>
    public static int? ProcessOf(string name) =>
        int.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : null;

    public void Dispose()
    {
        held.Dispose();
        folder.Leave(name);
    }
}
