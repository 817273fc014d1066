using Interleave.Client.Judging;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Scenarios.Io;
using Interleave.Client.Tests.Judging;
using Spectre.Console;

namespace Interleave.Client.Tests.Reporting.Terminal;

public sealed class RunSummaryTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(80)]
    [InlineData(60)]
    public void No_table_is_wider_than_the_terminal_and_no_figure_is_broken(int width)
    {
        var lines = Write(Measured().Build(), width);

        foreach (var name in (string[])["throughput", "context-switches"])
        {
            var rows = lines.Where(line => line.StartsWith($"  {name} ", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.True(row.TrimEnd().Length <= width, row));
        }

        Assert.All(["1,000 op/s", "2,000 op/s", "×2 ▲", "×12 ▼", "1,200"], figure => Assert.Contains(lines, line => line.Contains(figure, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_runtime_that_carried_the_grains_stands_above_their_figures() =>
        Assert.Single(Write(Measured().Build(), 120), line => line.TrimEnd().EndsWith("Embedded 1.0", StringComparison.Ordinal));

    [Fact]
    public void Marks_are_explained_below_the_tables() =>
        Assert.Contains("×: the ratio to threads in the same round, its median over the rounds; ▲ better, ▼ worse, = the same within 5 %, ? undecided.", Write(Measured().Build(), 120));

    [Theory]
    [InlineData("tasks", "No contrasts: threads, the baseline, was not measured.")]
    [InlineData("threads", "No contrasts: threads, the baseline, stands alone.")]
    public void With_one_model_it_says_why_nothing_is_contrasted(string model, string line) =>
        Assert.Contains(line, Write(new MadeUpRun().Figures("io", "two", model, "throughput", 1, 2, 3).Build(), 120));

    [Fact]
    public void The_same_failure_in_several_rounds_is_one_line()
    {
        var run = Measured()
            .Check("io", "two", "grains", 1, "waits answered", ok: false)
            .Check("io", "two", "grains", 3, "waits answered", ok: false)
            .Change("io", "two", "tasks", 2, trial => trial with { Error = "Connection refused" })
            .Build();

        Assert.Equal(
            ["FAILED check 'waits answered': io (two) on grains, rounds 1, 3: expected 1, observed 0", "FAILED trial: io (two) on tasks, round 2: Connection refused"],
            Write(run, 120).Where(line => line.StartsWith("FAILED", StringComparison.Ordinal)));
    }

    private static MadeUpRun Measured() => new MadeUpRun()
        .Figures("io", "two", "threads", "throughput", 1000, 1000, 1000)
        .Figures("io", "two", "tasks", "throughput", 2000, 2000, 2000)
        .Figures("io", "two", "loop", "throughput", 2000, 2000, 2000)
        .Figures("io", "two", "grains", "throughput", 2000, 2000, 2000)
        .Metric("io", "throughput", "{op}/s", Better.Higher)
        .Figures("io", "two", "threads", "context-switches", 100, 100, 100)
        .Figures("io", "two", "grains", "context-switches", 1200, 1200, 1200)
        .Metric("io", "context-switches", "{switch}", Better.Lower);

    private static string[] Write(Run run, int width)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = width;
        RunSummary.Write(console, Judge.Create([new IoScenario()]).Conclude(run));
        return [.. text.ToString().Split('\n').Select(line => line.TrimEnd('\r'))];
    }
}
