namespace Interleave.Embedded.Membership;

/// <summary>A file that one process at a time can hold; the system lets go of it when the process ends, however it ends.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null where another holds it.</summary>
    public static FileLock? TryTake(string path, FileMode mode = FileMode.OpenOrCreate)
    {
        try
        {
            return new FileLock(new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (fault is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }

    /// <summary>Whether a process holds the lock.</summary>
    /// <remarks>It looks by a lock that many may hold at once, so that those who look are not in each other's way.</remarks>
    public static bool IsHeld(string path)
    {
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            return false;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Marks the file, so that others see that its holder runs.</summary>
    public void Touch(DateTime time) => File.SetLastWriteTimeUtc(_file.SafeFileHandle, time);

    public void Dispose() => _file.Dispose();
}
