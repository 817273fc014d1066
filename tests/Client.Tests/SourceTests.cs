namespace Interleave.Client.Tests;

/// <summary>What holds for every line of the repository that people read.</summary>
public sealed class SourceTests
{
    private const int Columns = 160;

    [Fact]
    public void No_line_is_longer_than_160_columns()
    {
        string[] extensions = [".cs", ".css", ".js", ".md", ".yaml", ".yml", ".props"];
        string[] elsewhere = [".git", "artifacts", "bin", "obj", "runs"];
        var files = Directory.EnumerateDirectories(Repository.Root)
            .Where(folder => !elsewhere.Contains(Path.GetFileName(folder)))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root))
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .ToList();

        Assert.True(files.Count > 500, $"{files.Count} files");
        Assert.Empty(files.SelectMany(TooLong));
    }

    /// <summary>A row of a table cannot be broken.</summary>
    private static IEnumerable<string> TooLong(string file) => File.ReadLines(file)
        .Select((line, index) => (Text: line, Number: index + 1))
        .Where(line => line.Text.Length > Columns && !line.Text.StartsWith('|'))
        .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number} has {line.Text.Length} columns");
}
