namespace Interleave.EndToEnd.Tests.Report;

/// <summary>A test that needs a browser, and is skipped where the system has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = SystemBrowser.Path is null ? "No chromium, chromium-browser or google-chrome on PATH." : null;
}
