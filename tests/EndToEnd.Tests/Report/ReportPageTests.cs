using Microsoft.Playwright;

namespace Interleave.EndToEnd.Tests.Report;

/// <summary>The page as a browser sees it.</summary>
public sealed class ReportPageTests(ReportInBrowser report) : IClassFixture<ReportInBrowser>
{
    [BrowserFact]
    public async Task Page_opens_without_an_error_and_asks_nobody_for_anything()
    {
        var (complaints, requests) = (new List<string>(), new List<string>());
        var page = await report.NewPageAsync();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);

        await page.GotoAsync($"{report.Address}#plan", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(complaints);
        Assert.Equal([report.Address], requests.Where(request => !request.StartsWith("data:", StringComparison.Ordinal)));
    }

    [BrowserFact]
    public async Task Every_plot_has_a_title_and_says_in_words_what_it_shows()
    {
        var page = await report.OpenAsync(unfolded: true);

        var wordless = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('svg:not([aria-hidden])')]
              .filter(plot => plot.getAttribute('role') !== 'img'
                || (plot.getAttribute('aria-labelledby') ?? '').split(' ')
                  .map(id => document.getElementById(id)?.textContent.trim() ?? '').filter(text => text).length !== 2)
              .map(plot => plot.outerHTML.slice(0, 200))
            """);
        var plots = await page.Locator("svg.plot").CountAsync();
        var lanes = await page.Locator(".lanes").CountAsync();

        Assert.Empty(wordless);
        Assert.True(plots >= 6, $"{plots} plots");
        Assert.Equal(plots + lanes, await page.GetByRole(AriaRole.Img).CountAsync());
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Page_never_scrolls_sideways(int width)
    {
        var page = await report.OpenAsync(width, unfolded: true);

        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_text_stands_out_from_its_ground_as_AA_asks(ColorScheme scheme)
    {
        var page = await report.OpenAsync(scheme: scheme, unfolded: true);

        Assert.Empty(await page.EvaluateAsync<string[]>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Report", "contrast.js"))));
    }

    [BrowserFact]
    public async Task Schemes_differ()
    {
        var light = await report.OpenAsync(scheme: ColorScheme.Light);
        var dark = await report.OpenAsync(scheme: ColorScheme.Dark);

        const string Ground = "() => getComputedStyle(document.body).backgroundColor";
        Assert.NotEqual(await light.EvaluateAsync<string>(Ground), await dark.EvaluateAsync<string>(Ground));
    }

    [BrowserFact]
    public async Task Nothing_is_lost_without_scripts_or_in_print()
    {
        var page = await report.OpenAsync(scripts: false);
        var onScreen = await page.Locator("body").InnerTextAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Contains("The answer", onScreen, StringComparison.Ordinal);
        Assert.Contains("How to repeat it", onScreen, StringComparison.Ordinal);
        Assert.True(await page.GetByText("class SpinnerOnLoop").First.IsVisibleAsync(), "folded source is not printed");
    }

    [BrowserFact]
    public async Task Keyboard_reaches_every_box_that_scrolls_and_the_way_past_the_contents()
    {
        var page = await report.OpenAsync(390, unfolded: true);

        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "() => [...document.querySelectorAll('.scroll')].filter(box => box.tabIndex !== 0 || !box.getAttribute('aria-label')).length"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
    }

    [BrowserFact]
    public async Task A_link_into_a_fold_opens_it()
    {
        var page = await report.NewPageAsync();

        await page.GotoAsync($"{report.Address}#claim-001-stack");

        await Assertions.Expect(page.Locator("#claim-001-stack")).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Words_of_lanes_keep_their_size_at_any_width(int width)
    {
        var page = await report.OpenAsync(width, unfolded: true);

        var sizes = await page.EvaluateAsync<double[]>(
            "() => [...document.querySelectorAll('.lane > span, .ticks span, .lanes-of')].filter(text => text.offsetParent).map(text => " +
                "parseFloat(getComputedStyle(text).fontSize))");

        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.True(size >= 12, $"{size} px"));
    }

    [BrowserFact]
    public async Task Headings_never_skip_a_level()
    {
        var page = await report.OpenAsync(unfolded: true);

        var levels = await page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1,h2,h3,h4')].map(heading => +heading.tagName[1])");

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.Second} follows h{pair.First}"));
    }
}
