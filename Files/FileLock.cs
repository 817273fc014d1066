using System.Diagnostics;
using System.Security.Cryptography;

namespace Interleave.Files;

/// <summary>A file that one process at a time can hold; the system lets go of it when the process ends, however it ends.</summary>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(5);

    private static readonly DateTime Marks = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private const int MostMarks = 400_000_000;

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the lock, or returns null where another holds it.</summary>
    public static FileLock? TryTake(string file, FileMode mode = FileMode.OpenOrCreate)
    {
        try
        {
            return new FileLock(new FileStream(file, mode, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }

    /// <summary>Takes a lock that is only ever held for a moment.</summary>
    /// <exception cref="IOException">Another process has held it for all of <paramref name="patience"/>.</exception>
    public static FileLock Take(string file, TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        var wait = new SpinWait();
        FileLock? taken;
        while ((taken = TryTake(file)) is null)
        {
            ThrowWhenLate(file, start, patience);
            wait.SpinOnce();
        }

        return taken;
    }

    /// <exception cref="IOException">Another process has held the lock for all of <paramref name="patience"/>.</exception>
    public static async Task<FileLock> TakeAsync(string file, TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        FileLock? taken;
        while ((taken = TryTake(file)) is null)
        {
            ThrowWhenLate(file, start, patience);
            await Task.Delay(Retry);
        }

        return taken;
    }

    /// <summary>Whether a process holds the lock.</summary>
    /// <remarks>It looks by a lock that many may hold at once, so that those who look are not in each other's way.</remarks>
    public static bool IsHeld(string file)
    {
        try
        {
            new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            return false;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Marks the file, so that others see that its holder runs.</summary>
    public void Touch(DateTime time) => File.SetLastWriteTimeUtc(_stream.SafeFileHandle, time);

    /// <summary>Whether the lock is on the file that has this name now: a file that was moved away or deleted meanwhile keeps its lock.</summary>
    /// <remarks>It is known by a time that no other file has. Whole seconds, even ones: every file system can keep them.</remarks>
    public bool IsOn(string file)
    {
        var mark = Marks.AddSeconds(2L * RandomNumberGenerator.GetInt32(MostMarks));
        Touch(mark);
        return File.Exists(file) && File.GetLastWriteTimeUtc(file) == mark;
    }

    public void Dispose() => _stream.Dispose();

    private static void ThrowWhenLate(string file, long start, TimeSpan patience)
    {
        if (Stopwatch.GetElapsedTime(start) > patience)
        {
            throw new IOException($"Another process has held '{file}' for {patience.TotalSeconds:0.#} s.");
        }
    }
}
