using Interleave.Client.Judging;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Export;
using Interleave.Client.Tests.Judging;

namespace Interleave.Client.Tests.Reporting.Export;

public sealed class ExportTests
{
    private readonly Run _run = Judge.Create([]).Conclude(new MadeUpRun()
        .Figures("io", "two, \"quoted\"", "threads", "throughput", MadeUpRun.Six(100))
        .Figures("io", "two, \"quoted\"", "tasks", "throughput", 300, 310, 330.5, 300, 310, 330.5)
        .Metric("io", "throughput", "{op}/s", Better.Higher)
        .Check("io", "two, \"quoted\"", "loop", 1, "answers", ok: false)
        .Build());

    [Fact]
    public void Csv_holds_every_figure_with_its_contrast()
    {
        var results = Text("csv", "results.csv");

        Assert.Equal(
            """"
            scenario,variant,model,metric,unit,better,median,low,high,rounds,disturbed,failed,baseline,ratio,ratio_low,ratio_high,verdict
            io,"two, ""quoted""",threads,throughput,{op}/s,higher,100,100,100,6,0,0,,,,,
            io,"two, ""quoted""",tasks,throughput,{op}/s,higher,310,300,330.5,6,0,0,threads,3.1,3,3.305,better

            """".ReplaceLineEndings("\r\n"),
            results);
    }

    [Fact]
    public void Csv_holds_every_trial_even_one_that_measured_nothing()
    {
        var rows = Text("csv", "trials.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1 + 12 + 1, rows.Length);
        Assert.Contains("io,\"two, \"\"quoted\"\"\",loop,1,,,false,", rows);
    }

    [Fact]
    public void Markdown_shows_figures_sentences_and_failures()
    {
        var page = Text("markdown", "results.md");

        Assert.Contains("| throughput | 100 op/s (100 op/s to 100 op/s) | 310 op/s (300 op/s to 331 op/s) ×3.10 better |", page, StringComparison.Ordinal);
        Assert.Contains("- tasks show 3.10 times the throughput of threads", page, StringComparison.Ordinal);
        Assert.Contains("- io (two, \"quoted\") on loop, round 1: answers: expected 1, observed 0", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_form_is_refused_with_the_nearest_name()
    {
        var faults = new Faults();

        Assert.Empty(Exports.Read(["csw"], faults));
        Assert.Equal("Unknown form 'csw' in --export: did you mean 'csv'? Allowed: csv, markdown.", Assert.Single(faults.Lines));
    }

    private string Text(string form, string file) => Assert.Single(Exports.Read([form], new Faults())).Write(_run).Single(written => written.File == file).Text;
}
