using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Html;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Reporting.Html;

public sealed class HtmlReportTests
{
    private static readonly string Page = WithPlainSpaces(HtmlReport.Render(MadeUpReport.Create()));

    [Theory]
    [InlineData("Embedded 0.1.0")]
    [InlineData("AMD EPYC 7763 64-Core Processor, 2 cores")]
    [
        InlineData(
            "./interleave run spinner io cpu granularity --models threads,pool,tasks,loop,grains --silos 2 --rounds 6 --profile quick --seed 1 --param " +
            "io.delay=50")]
    [InlineData("1 of 271 checks failed")]
    [InlineData("waits answered, expected 1,500, observed 1,497")]
    [InlineData("does not take part: it has one thread")]
    [InlineData("Keep long computations off the loop")]
    [InlineData("Does a spinner keep turning")]
    [InlineData("Client/Scenarios/Spinner/SpinnerOnLoop.cs")]
    [InlineData("prefer threads where")]
    [InlineData("io · http 50ms: round 3, others took up to 21 % of the processor time; kept and counted.")]
    [InlineData("cpu · all cores: grains was not steady after 5 trials")]
    [InlineData("<td class=\"number\">3</td><td class=\"number\">5</td><td class=\"number\">3</td><td class=\"number\">1</td>")]
    public void Page_says(string words) => Assert.Contains(words, Page, StringComparison.Ordinal);

    [Fact]
    public void Text_from_outside_stays_text()
    {
        Assert.Contains("Connection reset by peer &lt;127.0.0.1:40123&gt; &amp; gone", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<127.0.0.1", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_xml_forbids_do_not_stop_the_page()
    {
        var report = MadeUpReport.Create();
        var run = report.Run with { Trials = [report.Run.Trials[0] with { Error = "bell \u0007" }, .. report.Run.Trials.Skip(1)] };

        Assert.Contains("bell", HtmlReport.Render(report with { Run = run }), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_unique()
    {
        var ids = Regex.Matches(Page, "\\sid=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [Fact]
    public void Two_renderings_are_alike_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Assert.Equal(Page, WithPlainSpaces(HtmlReport.Render(MadeUpReport.Create())));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Of_trials_without_operations_none_is_said_to_have_completed()
    {
        var run = MadeUpReport.Run();
        var spinner = run with
        {
            Trials =
            [
                .. run.Trials.Where(trial => trial.Scenario == "spinner").Select(trial =>
                    trial with { Operations = new OperationCounts(0, 0, 0, 0), Error = null }),
            ],
        };

        Assert.Contains("<p>No trial failed.</p>", HtmlReport.Render(spinner, []), StringComparison.Ordinal);
    }

    [Fact]
    public void Times_of_a_closed_load_are_not_called_latency()
    {
        var run = MadeUpReport.Run();
        var closed = run with
        {
            Trials =
            [
                .. run.Trials.Select(trial =>
                    trial with { Distributions = trial.Distributions?.Where(named => named.Key == LatencyMetrics.Default.Name).ToDictionary() }),
            ],
        };

        Assert.Contains("<b>latency, http 50ms</b>", Page, StringComparison.Ordinal);
        Assert.Contains("<b>time of an operation, http 50ms</b>", HtmlReport.Render(closed, []), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_without_trials_has_a_page_that_says_so()
    {
        var full = MadeUpReport.Run();
        var run = full with { Complete = false, FinishedAt = null, Trials = [], Results = [], Contrasts = [], Checks = [], Claims = [] };

        var page = HtmlReport.Render(run, []);
        Assert.Contains("incomplete: the run was interrupted", page, StringComparison.Ordinal);
        Assert.Contains("nothing was measured", page, StringComparison.Ordinal);
        Assert.DoesNotContain("all held", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_that_this_version_does_not_know_is_shown_with_its_figures()
    {
        var full = MadeUpReport.Run();
        var run = full with
        {
            Plan = full.Plan with { Scenarios = ["of-the-future"] },
            Trials = [.. full.Trials.Take(1).Select(trial => trial with { Scenario = "of-the-future", Variant = "only" })],
            Results = [new Result("of-the-future", "only", "threads", "wonder", "1", Better.Higher, 42, 41, 43, 3)],
            Contrasts = [],
        };

        var page = HtmlReport.Render(run, []);

        Assert.Contains("of-the-future: wonder", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_comes_before_everything_else_and_costs_stand_among_the_contrasts()
    {
        Assert.True(
            Page.IndexOf("<dl class=\"answer\">", StringComparison.Ordinal) is > 0 and var answer
            && answer < Page.IndexOf("What went wrong</h2>", StringComparison.Ordinal));
        Assert.Contains("<dt>beside something that must go on</dt>", Page, StringComparison.Ordinal);
        var figures = Page[Page.IndexOf("http 50ms: figures", StringComparison.Ordinal)..];
        Assert.Contains(">memory</th>", figures[..figures.IndexOf("</table>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_of_the_page_is_in_its_contents()
    {
        var ids = Regex.Matches(Page, "<(section|details class=\"part\") id=\"(?<id>[^\"]+)\"").Select(match => match.Groups["id"].Value).ToList();
        var contents = Page[Page.IndexOf("<nav", StringComparison.Ordinal)..Page.IndexOf("</nav>", StringComparison.Ordinal)];

        Assert.Equal(["answer", "wrong", "spinner", "io", "cpu", "granularity", "checks", "claims", "plan", "repeat"], ids);
        Assert.All(ids, id => Assert.Contains($"href=\"#{id}\"", contents, StringComparison.Ordinal));
    }

    [Fact]
    public void The_header_of_a_disturbed_run_says_how_much_and_calls_nothing_good()
    {
        var header = Page[..Page.IndexOf("</header>", StringComparison.Ordinal)];

        Assert.Matches(
            @"<li class=""warn""><span aria-hidden=""true"">!</span>the machine was busy with something else in \d+ of \d+ trials " +
            @"\(others took up to 21 % of the processor time\)</li>",
            header);
        Assert.DoesNotContain("li class=\"good\"", header, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_lost_its_server_says_so_once_and_shows_no_empty_table()
    {
        var full = MadeUpReport.Run();
        var trials = full.Trials.Where(trial => trial.Scenario == "io").Select((trial, index) => trial with
        {
            Metrics = new Dictionary<string, double>(),
            Distributions = null,
            Error = $"Connection refused (127.0.0.1:{40_000 + index})",
        });
        var run = full with
        {
            Plan = full.Plan with { Scenarios = ["io"] },
            Trials = [.. trials],
            Results = [],
            Contrasts = [],
            Checks = [],
            Claims = [],
        };

        var page = HtmlReport.Render(run, []);

        Assert.Equal(2, Regex.Count(page, "Connection refused")); // Among what went wrong, and in place of the scenario's figures.
        Assert.Contains("Nothing was measured: every trial failed. Connection refused (127.0.0.1:40000)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<tbody></tbody>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("table class=\"figures\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_scenarios_on_seven_models_with_lanes_and_sources_fit_into_three_megabytes()
    {
        var run = MadeUpBigRun.Create(rounds: 6);
        var real = ScenarioCatalogue.All.Select(scenario => ScenarioNotes.Of(scenario.Name, run.Plan.Models)).ToList();
        var notes = run.Plan.Scenarios.Select((scenario, index) => real[index % real.Count] with { Name = scenario });

        var page = HtmlReport.Render(new Report(run, MadeUpBigRun.Timelines(run), [.. notes]));

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 500_000, 3_000_000);
    }

    /// <summary>No line breaks between a number and its unit; tests write a plain space there.</summary>
    private static string WithPlainSpaces(string page) => page.Replace('\u00A0', ' ');
}
