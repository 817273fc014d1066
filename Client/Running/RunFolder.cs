using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Running;

/// <summary>The folder that a run fills; made, and tried for writing, before anything is measured.</summary>
internal static class RunFolder
{
    /// <summary>More than any run writes.</summary>
    private const long NeededBytes = 64 << 20;

    /// <exception cref="UserError">The folder cannot be made or written, holds another run, or its disk is full.</exception>
    public static string Create(string? asked, IReadOnlyList<string> scenarios, DateTimeOffset now)
    {
        var what = scenarios.Count > 3 ? $"{scenarios.Count}-scenarios" : string.Join("-", scenarios);
        if (asked is "")
        {
            throw new UserError("--out is '': name a folder.");
        }

        var fresh = Path.Combine("runs", $"{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{what}");
        // Two runs may start within one second: each takes a folder of its own.
        var candidates = asked is null ? Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? fresh : $"{fresh}-{number}") : [asked];
        return candidates.FirstOrDefault(TryClaim) is { } path
            ? Path.GetFullPath(path)
            : throw new UserError($"--out '{asked}' holds a run already: name an empty folder.");
    }

    private static bool TryClaim(string path)
    {
        var existed = Directory.Exists(path);
        try
        {
            Directory.CreateDirectory(path);
            if (!RunFile.TryClaim(path))
            {
                return false;
            }

            if (new DriveInfo(Path.GetFullPath(path)).AvailableFreeSpace is var free and < NeededBytes)
            {
                Release(path, existed);
                throw new UserError($"The disk of '{path}' has {free >> 20} MiB left: a run needs {NeededBytes >> 20} MiB.");
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserError($"The output folder '{path}' cannot be written: {exception.Message}");
        }
    }

    private static void Release(string path, bool existed)
    {
        RunFile.Release(path);
        if (!existed)
        {
            Directory.Delete(path);
        }
    }
}
