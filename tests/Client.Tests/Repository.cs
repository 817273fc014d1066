namespace Interleave.Client.Tests;

/// <summary>The sources that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = RootAbove(AppContext.BaseDirectory);

    private static string RootAbove(string folder) =>
        File.Exists(Path.Combine(folder, "Interleave.slnx")) ? folder : RootAbove(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException());
}
