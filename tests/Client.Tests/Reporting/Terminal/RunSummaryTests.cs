using Interleave.Client.Judging;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Scenarios;
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
        var lines = Write(Measured().Build(), width, detailed: true);

        foreach (var name in (string[])["throughput", "context-switches"])
        {
            var rows = lines.Where(line => line.StartsWith($"  {name} ", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.True(row.TrimEnd().Length <= width, row));
        }

        Assert.All(
            ["1,000 op/s", "2,000 op/s", "×2 ▲", "×12 ▼", "1,200"],
            figure => Assert.Contains(lines, line => line.Contains(figure, StringComparison.Ordinal)));
    }

    [Fact]
    public void Unless_details_are_asked_for_a_table_shows_what_answers_the_question_and_costs_are_one_line()
    {
        var lines = Write(Measured().Build(), 120);

        Assert.Single(lines, line => line.StartsWith("  throughput ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("  context-switches ", StringComparison.Ordinal));
        Assert.Contains("  costs: context switches 100 (threads) to 1,200 (grains)", lines);
    }

    [Fact]
    public void The_runtime_that_carried_the_grains_stands_above_their_figures() =>
        Assert.Single(Write(Measured().Build(), 120), line => line.TrimEnd().EndsWith("Embedded 1.0", StringComparison.Ordinal));

    [Fact]
    public void Marks_are_explained_below_the_tables() =>
        Assert.Contains(
            "×: the ratio to threads in the same round, its median over the rounds; ▲ better, ▼ worse, = the same within 5 %, ? undecided.",
            Write(Measured().Build(), 120));

    [Theory]
    [InlineData("tasks", "Only tasks were measured: there is nothing to contrast with.")]
    [InlineData("loop", "Only loop was measured: there is nothing to contrast with.")]
    [InlineData("threads", "Only threads were measured: there is nothing to contrast with.")]
    public void With_one_model_it_says_why_nothing_is_contrasted(string model, string line) =>
        Assert.Contains(line, Write(new MadeUpRun().Figures("io", "two", model, "throughput", 1, 2, 3).Build(), 120));

    [Fact]
    public void Without_the_baseline_it_says_why_nothing_is_contrasted() =>
        Assert.Contains(
            "No contrasts: threads, the baseline, was not measured.",
            Write(new MadeUpRun().Figures("io", "two", "tasks", "throughput", 1).Figures("io", "two", "loop", "throughput", 1).Build(), 120));

    [Fact]
    public void The_same_failure_in_several_rounds_is_one_line()
    {
        var run = Measured()
            .Check("io", "two", "grains", 1, "waits answered", ok: false)
            .Check("io", "two", "grains", 3, "waits answered", ok: false)
            .Change("io", "two", "tasks", 2, trial => trial with { Error = "Connection refused" })
            .Build();

        Assert.Equal(
            [
                "FAILED check 'waits answered': io (two) on grains, rounds 1, 3: expected 1, observed 0",
                "FAILED trial: io (two) on tasks, round 2: Connection refused"],
            Write(run, 120).Where(line => line.StartsWith("FAILED", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(120)]
    [InlineData(80)]
    public void Twenty_scenarios_on_seven_models_are_a_row_each_on_one_screen(int width)
    {
        var lines = WriteSummary(MadeUpBigRun.Create(), width);

        Assert.Equal(20, lines.Count(line => line.StartsWith("  scenario-", StringComparison.Ordinal)));
        Assert.True(lines.Length <= 40, $"{lines.Length} lines");
        Assert.All(lines.TakeWhile(line => !line.StartsWith('×')), line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.InRange(lines.Count(line => line.StartsWith("scenario-", StringComparison.Ordinal)), 1, 5);
    }

    [Fact]
    public void The_strongest_contrasts_are_told_first_and_none_twice()
    {
        var run = new MadeUpRun()
            .Figures("io", "two", "threads", "throughput", MadeUpRun.Six(100)).Figures("io", "two", "loop", "throughput", MadeUpRun.Six(200))
            .Figures("cpu", "two", "threads", "speed-up", MadeUpRun.Six(100)).Figures("cpu", "two", "loop", "speed-up", MadeUpRun.Six(10))
            .Figures("cpu", "two", "threads", "efficiency", MadeUpRun.Six(100)).Figures("cpu", "two", "loop", "efficiency", MadeUpRun.Six(10))
            .Build();

        var sentences = WriteSummary(run, 120).Where(line => line.Contains(" shows", StringComparison.Ordinal)).ToList();

        Assert.Equal(["cpu, two: loop", "io, two: loop"], sentences.Select(line => line[..line.IndexOf(" shows", StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_variant_for_one_model_is_a_column_beside_what_it_is_compared_with_and_is_not_blamed_on_the_model()
    {
        var run = new MadeUpRun()
            .Figures("spinner", "computing", "threads", "frames-shown", MadeUpRun.Six(1))
            .Figures("spinner", "computing", "grains", "frames-shown", MadeUpRun.Six(1))
            .Figures("spinner", "computing, one grain", "grains", "frames-shown", MadeUpRun.Six(0))
            .ComparedWith("spinner", "computing, one grain", "computing", advice: "give slow work a grain of its own")
            .Build();

        var lines = Write(run, 120);

        Assert.Single(lines, line => line.StartsWith("── spinner", StringComparison.Ordinal));
        Assert.Single(lines, line => line.TrimEnd().EndsWith("one grain", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("1 ×1 =", StringComparison.Ordinal) && line.Contains("0 ×0 ▼", StringComparison.Ordinal));
        Assert.Contains("  grains show no frames where threads do (0 against 1): give slow work a grain of its own.", lines);
        Assert.DoesNotContain(lines, line => line.Contains("prefer threads", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_variants_are_rows_of_one_table()
    {
        var run = new MadeUpRun();
        foreach (var number in Enumerable.Range(1, 6))
        {
            run.Figures(
                "race", $"way {number}", "threads", "throughput", Enumerable.Repeat(1000.0, 6).ToArray()).Metric("race", "throughput", "{op}/s", Better.Higher);
            run.Figures("race", $"way {number}", "loop", "throughput", Enumerable.Repeat(1000.0 / number, 6).ToArray());
        }

        var lines = Write(run.Build(), 120);

        Assert.Single(lines, line => line.StartsWith("── race: throughput ", StringComparison.Ordinal));
        Assert.Equal(6, lines.Count(line => line.StartsWith("  way ", StringComparison.Ordinal) && !line.EndsWith('.')));
        Assert.Equal(3, lines.Count(line => line.StartsWith("  way ", StringComparison.Ordinal) && line.EndsWith('.')));
    }

    [Fact]
    public void A_ratio_that_contradicts_the_medians_beside_it_is_not_shown()
    {
        var run = new MadeUpRun()
            .Figures("io", "two", "threads", "throughput", 452, 10, 500, 452, 10, 500).Metric("io", "throughput", "{op}/s", Better.Higher)
            .Figures("io", "two", "tasks", "throughput", 12, 11.2, 560, 12, 11.2, 560)
            .Build();

        var row = Assert.Single(Write(run, 120), line => line.StartsWith("  throughput ", StringComparison.Ordinal));
        Assert.Contains("12 varies ?", row.Replace(" op/s", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_ends_with_an_answer_for_each_situation()
    {
        var run = new MadeUpRun()
            .Figures("io", "http 50ms", "threads", "beyond-delay", MadeUpRun.Six(0.001))
            .Figures("io", "http 50ms", "loop", "beyond-delay", MadeUpRun.Six(0.001))
            .Figures("io", "http 50ms", "pool", "beyond-delay", MadeUpRun.Six(0.01))
            .Figures("io", "http 50ms", "threads", "memory", MadeUpRun.Six(9e6))
            .Figures("io", "http 50ms", "loop", "memory", MadeUpRun.Six(1e6))
            .Metric("io", "memory", "By", Better.Lower)
            .Metric("io", "beyond-delay", "s", Better.Lower)
            .Figures("cpu", "all cores", "threads", "speed-up", MadeUpRun.Six(1.9))
            .Figures("cpu", "all cores", "loop", "speed-up", MadeUpRun.Six(1))
            .Figures("cpu", "all cores", "tasks", "speed-up", 1.5, 2.5, 1.9, 1.5, 2.5, 1.9)
            .Build();

        var lines = WriteSummary(run, 120);

        Assert.Contains(
            "  waiting: threads or loop; not pool (time beyond the delay 10 ms against 1 ms); loop needs 977 KiB of memory instead of 8.58 MiB.", lines);
        Assert.Contains("  computing: threads; not loop (speed-up 1 against 1.90); no verdict on tasks.", lines);
    }

    [Fact]
    public void A_difference_that_decides_nothing_is_not_weighed()
    {
        var run = new MadeUpRun()
            .Figures("io", "http 50ms", "threads", "beyond-delay", MadeUpRun.Six(0.001))
            .Figures("io", "http 50ms", "loop", "beyond-delay", MadeUpRun.Six(0.001))
            .Figures("io", "http 50ms", "threads", "threads", MadeUpRun.Six(3))
            .Figures("io", "http 50ms", "loop", "threads", MadeUpRun.Six(0))
            .Metric("io", "threads", "{thread}", Better.Lower)
            .Metric("io", "beyond-delay", "s", Better.Lower)
            .Build();

        var lines = Write(run, 120);

        Assert.Contains("  waiting: threads or loop, alike in time beyond the delay.", lines);
        Assert.Contains("  costs: operating-system threads at most 3", lines);
    }

    [Fact]
    public void A_disturbed_machine_is_one_line_with_how_much()
    {
        var run = Measured().Change("io", "two", "tasks", 2, trial => trial with { Disturbed = true, Noise = 0.21 }).Build();

        Assert.Single(
            Write(run, 120),
            line =>
                line.StartsWith(
                    "The machine was busy with something else in 1 of 24 trials (others took up to 21 % of the processor time)", StringComparison.Ordinal));
    }

    private static MadeUpRun Measured() => new MadeUpRun()
        .Figures("io", "two", "threads", "throughput", MadeUpRun.Six(1000))
        .Figures("io", "two", "tasks", "throughput", MadeUpRun.Six(2000))
        .Figures("io", "two", "loop", "throughput", MadeUpRun.Six(2000))
        .Figures("io", "two", "grains", "throughput", MadeUpRun.Six(2000))
        .Metric("io", "throughput", "{op}/s", Better.Higher)
        .Figures("io", "two", "threads", "context-switches", MadeUpRun.Six(100))
        .Figures("io", "two", "grains", "context-switches", MadeUpRun.Six(1200))
        .Metric("io", "context-switches", "{switch}", Better.Lower);

    private static string[] Write(Run run, int width, bool detailed = false) => Lines(width, console =>
    {
        var judged = Judge.Create(ScenarioCatalogue.All).Conclude(run);
        RunSummary.WriteScenarios(console, judged, judged.Plan.Scenarios, detailed);
        RunSummary.Write(console, judged);
    });

    private static string[] WriteSummary(Run run, int width) =>
        Lines(width, console => RunSummary.Write(console, Judge.Create(ScenarioCatalogue.All).Conclude(run)));

    private static string[] Lines(int width, Action<IAnsiConsole> write)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = width;
        write(console);
        return [.. text.ToString().Split('\n').Select(line => line.TrimEnd('\r'))];
    }
}
