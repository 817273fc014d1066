namespace Interleave.Client.Measuring.Machine;

/// <summary>The files in which Linux tells about itself, below a root.</summary>
internal sealed class MachineFiles(string root)
{
    public static MachineFiles OfThisMachine { get; } = new("/");

    /// <summary>The file's text; null where there is none, or it is not ours to read.</summary>
    public string? Read(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(root, path)).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The paths of the folders in a folder whose names match a pattern.</summary>
    public IEnumerable<string> Folders(string path, string pattern)
    {
        var folder = Path.Combine(root, path);
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder, pattern).Select(found => Path.GetRelativePath(root, found)).Order(StringComparer.Ordinal)
            : [];
    }
}
