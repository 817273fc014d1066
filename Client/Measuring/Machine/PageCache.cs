using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Interleave.Client.Measuring.Machine;

/// <summary>What the system keeps of files in memory; see posix_fadvise(2) and mincore(2).</summary>
internal static class PageCache
{
    private const int DontNeed = 4;
    private const int Readable = 1;
    private const int Shared = 1;

    /// <summary>Asks the system to forget what it keeps of a file that is on the disk; file systems that live in memory do not.</summary>
    public static void Evict(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Advise(file, 0, 0, DontNeed); // Where it is refused, the share in memory says so.
        }
    }

    /// <summary>The part of a file that is read without waiting for a disk; null where that is not known.</summary>
    public static double? ShareInMemory(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        var pages = new byte[(length + Environment.SystemPageSize - 1) / Environment.SystemPageSize];
        var address = length == 0 ? -1 : Map(0, (nuint)length, Readable, Shared, file, 0);
        if (address == -1)
        {
            return null;
        }

        try
        {
            return InCore(address, (nuint)length, pages) == 0 ? pages.Average(page => page & 1) : null;
        }
        finally
        {
            _ = Unmap(address, (nuint)length);
        }
    }

    [DllImport("libc", EntryPoint = "posix_fadvise")]
    private static extern int Advise(SafeFileHandle file, nint offset, nint length, int advice);

    [DllImport("libc", EntryPoint = "mmap")]
    private static extern nint Map(nint address, nuint length, int protection, int flags, SafeFileHandle file, nint offset);

    [DllImport("libc", EntryPoint = "mincore")]
    private static extern int InCore(nint address, nuint length, byte[] pages);

    [DllImport("libc", EntryPoint = "munmap")]
    private static extern int Unmap(nint address, nuint length);
}
