namespace Interleave.Client.Records;

/// <summary>A file that is replaced as a whole: a reader, or a crash, finds the old one or the new one and never half of it.</summary>
internal static class WholeFile
{
    /// <summary>Where the new file grows until it takes the old one's place.</summary>
    public static string Beside(string path) => path + ".new";

    public static void Write(string path, Action<Stream> write)
    {
        var beside = Beside(path);
        try
        {
            using (var stream = File.Create(beside))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch when (File.Exists(beside))
        {
            File.Delete(beside);
            throw;
        }
    }
}
