using Interleave.Client.Reporting.Html;
using Interleave.Client.Tests.Reporting;
using Microsoft.Playwright;

namespace Interleave.EndToEnd.Tests.Report;

/// <summary>One browser and one page in a file, for all tests of the report.</summary>
public sealed class ReportInBrowser : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interleave-report-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address => new Uri(Path.Combine(_folder, HtmlReport.Name)).AbsoluteUri;

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("There is no browser.");

    public async Task InitializeAsync()
    {
        File.WriteAllText(Path.Combine(_folder, HtmlReport.Name), HtmlReport.Render(MadeUpReport.Create()));
        if (SystemBrowser.Path is { } path)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = SystemBrowser.Arguments });
        }
    }

    /// <summary>The page, open and with every fold unfolded where asked.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true, bool unfolded = false)
    {
        var context = await Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = scheme,
                JavaScriptEnabled = scripts,
            });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address);
        if (unfolded)
        {
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");
        }

        return page;
    }

    /// <summary>An empty page, for those who watch it load.</summary>
    public async Task<IPage> NewPageAsync() => await Browser.NewPageAsync();

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
