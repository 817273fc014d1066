using System.Globalization;
using Interleave.Client.Planning;

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
        var path = Path.GetFullPath(asked ?? Unused(Path.Combine("runs", $"{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{what}")));
        try
        {
            Directory.CreateDirectory(path);
            if (File.Exists(Path.Combine(path, "run.json")))
            {
                throw new UserError($"--out '{path}' holds a run already: name an empty folder.");
            }

            var trial = Path.Combine(path, $".{Guid.NewGuid():N}");
            File.WriteAllBytes(trial, new byte[4096]);
            File.Delete(trial);
            if (new DriveInfo(path).AvailableFreeSpace is var free and < NeededBytes)
            {
                throw new UserError($"The disk of '{path}' has {free >> 20} MiB left: a run needs {NeededBytes >> 20} MiB.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserError($"The output folder '{path}' cannot be written: {exception.Message}");
        }

        return path;
    }

    /// <summary>Two runs may start within one second.</summary>
    private static string Unused(string path) =>
        Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? path : $"{path}-{number}").First(candidate => !Directory.Exists(candidate));
}
