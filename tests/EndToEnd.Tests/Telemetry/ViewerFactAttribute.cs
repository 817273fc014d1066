using Interleave.EndToEnd.Tests.Report;

namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>A test that needs a browser and the viewer of docs/tracing.md, and is skipped where one of them is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ViewerFactAttribute : FactAttribute
{
    public ViewerFactAttribute() => Skip = SystemBrowser.Path is null ? "No chromium, chromium-browser or google-chrome on PATH."
        : !File.Exists(TraceViewer.Program) ? $"No viewer: 'npm install --prefix {TraceViewer.Folder} node@22 autotel-devtools@27' makes it run."
        : null;
}
