using System.Globalization;
using Interleave.Client.Measuring.Machine;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>The file that a trial reads: made before it, and put out of memory as far as the system does that.</summary>
internal static class IoFile
{
    private const int WrittenAtOnce = 1 << 20;

    /// <summary>One for each process, as trials of different workers must not share what one of them read.</summary>
    public static string Path => System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{NumberedFile.Prefix}{Environment.ProcessId}"));

    /// <returns>The share of the file that lies in memory all the same; null where that is not known.</returns>
    public static double? Make(string path, long blocks, int bytes)
    {
        using (var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, WrittenAtOnce))
        {
            var block = new byte[bytes];
            for (var number = 0L; number < blocks; number++)
            {
                FileBlock.Number(block, number);
                file.Write(block);
            }

            file.Flush(flushToDisk: true); // What is not on the disk yet cannot leave the memory.
            PageCache.Evict(file.SafeFileHandle);
        }

        return PageCache.ShareInMemory(path);
    }
}
