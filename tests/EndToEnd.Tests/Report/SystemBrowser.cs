namespace Interleave.EndToEnd.Tests.Report;

/// <summary>A Chromium that the system has: tests download none.</summary>
internal static class SystemBrowser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public static string? Path { get; } =
    (
        from name in Names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        let candidate = System.IO.Path.Combine(folder, name)
        where File.Exists(candidate)
        select candidate
    ).FirstOrDefault();

    /// <summary>Nothing runs in the background, and nothing is looked up.</summary>
    public static string[] Arguments { get; } =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync"];
}
