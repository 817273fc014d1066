namespace Interleave.Client.Reporting.Sources;

/// <summary>A file of this product's source, as it was built in.</summary>
/// <param name="Path">From the root of the repository, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);
}
