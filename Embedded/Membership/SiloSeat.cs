using System.Globalization;
using Interleave.Files;

namespace Interleave.Embedded.Membership;

/// <summary>A silo's own file in the folder of its cluster: locked as long as the silo's process lives, marked again and again as long as it runs.</summary>
internal sealed class SiloSeat : IDisposable
{
    public const string Extension = ".silo";

    private const int Attempts = 100;

    private readonly string _path;
    private readonly FileLock _held;
    private readonly TimeProvider _time;
    private DateTime _marked;

    private SiloSeat(string path, FileLock held, TimeProvider time)
    {
        _path = path;
        _held = held;
        _time = time;
        Mark();
    }

    /// <summary>Whether the file that is locked is still the one that others find.</summary>
    public bool IsThere => File.GetLastWriteTimeUtc(_path) == _marked;

    public static string NameOf(SiloAddress silo, int processId) =>
        string.Create(CultureInfo.InvariantCulture, $"{processId}-{silo.Endpoint.Port}-{silo.Generation}{Extension}");

    /// <summary>The process that a seat of this name belongs to.</summary>
    public static int? ProcessOf(string name) => int.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public static SiloSeat Take(string path, TimeProvider time)
    {
        var wait = new SpinWait();
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            // Another silo may look at it in this moment.
            if (FileLock.TryTake(path) is { } held)
            {
                return FileLock.IsHeld(path)
                    ? new SiloSeat(path, held, time)
                    : throw new IOException(
                        $"'{path}' cannot be locked: the file system lacks locks, or .NET is told not to use them. Silos need them to tell which others live.");
            }

            wait.SpinOnce();
        }

        throw new IOException($"Another process has locked '{path}', which is this silo's own.");
    }

    /// <summary>Shows that this silo runs.</summary>
    public void Mark()
    {
        // Never twice the same, whatever the clock does.
        var now = _time.GetUtcNow().UtcDateTime;
        _marked = now == _marked ? now.AddMilliseconds(1) : now;
        _held.Touch(_marked);
    }

    public void Dispose()
    {
        if (File.Exists(_path))
        {
            File.Delete(_path);
        }

        _held.Dispose();
    }
}
