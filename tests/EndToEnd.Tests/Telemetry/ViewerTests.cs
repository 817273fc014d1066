using Interleave.EndToEnd.Tests.Processes;
using Interleave.EndToEnd.Tests.Report;
using Interleave.Silo.Telemetry;
using Microsoft.Playwright;

namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>What docs/tracing.md tells a reader to look at, in the viewer that it names.</summary>
public sealed class ViewerTests
{
    private static readonly float Patience = (float)ClientProcess.Patience.TotalMilliseconds;

    [ViewerFact]
    public async Task A_run_is_seen_with_its_traces_services_metrics_and_logs()
    {
        await using var viewer = await TraceViewer.StartAsync();
        using var run = await TracedRun.StartAsync(["--models", "threads,grains", "--silos", "1", "--telemetry", "otlp"], viewer.Variables);
        Assert.True(run.ExitCode == 0, run.Output);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = SystemBrowser.Path, Args = SystemBrowser.Arguments });
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(Patience);

        await page.GotoAsync(viewer.Page);

        await SeesAsync(page, "io two on threads");
        await page.GetByText("io two on grains", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await SeesAsync(page, "IWaitingGrain/Get");
        await GoToAsync(page, "Service Map");
        foreach (var service in (string[])[ProcessResource.Worker, ProcessResource.Silo, ProcessResource.IoServer])
        {
            await SeesAsync(page, service);
        }

        await GoToAsync(page, "Metrics");
        await SeesAsync(page, "interleave.operation.duration");
        await GoToAsync(page, "Logs");
        await SeesAsync(page, "Tracing io (two) on grains");
    }

    private static Task GoToAsync(IPage page, string place) => page.GetByText(place, new PageGetByTextOptions { Exact = true }).First.ClickAsync();

    private static Task SeesAsync(IPage page, string text) =>
        Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = Patience });
}
