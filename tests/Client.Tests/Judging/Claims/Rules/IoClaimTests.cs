using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>io</c>, on figures made up for every verdict.</summary>
public sealed class IoClaimTests : ClaimTests
{
    [Theory]
    [InlineData(Supported, 0.98, 1.0, 1.05)]
    [InlineData(Refuted, 1.2, 1.3, 1.4)]
    [InlineData(Refuted, 0.5, 0.6, 0.7)]
    [InlineData(Inconclusive, 1.0, 1.05, 1.2)]
    public void Two_waits_take_about_the_same(string expected, double first, double second, double third)
    {
        var run = new MadeUpRun().Figures("io", "two", "threads", "time", Six(1)).Figures("io", "two", "loop", "time", Six(1));
        Expect(NotTested, "001-io-two", run);

        Expect(expected, "001-io-two", run.Figures("io", "two", "tasks", "time", Twice(first, second, third)));
    }

    [Fact]
    public void Two_waits_ask_every_model_that_the_claim_speaks_of()
    {
        var verdict = Verdict(
            "001-io-two", [new MadeUpRun().Figures("io", "two", "threads", "time", Six(1)).Figures("io", "two", "tasks", "time", Six(1)).Build()]);

        Assert.Equal((Finding.NotTested, "needs the model `loop`"), (verdict.Verdict, verdict.Evidence));
    }

    [Theory]
    [InlineData(Supported, 0.5, 0.6, 0.7)]
    [InlineData(Refuted, 1.0, 1.2, 1.3)]
    [InlineData(Refuted, 0.96, 0.97, 0.98)] // Below in every round, by too little to be clearly so.
    [InlineData(Inconclusive, 0.9, 1.0, 1.1)]
    public void Resources_of_tasks_lie_clearly_below(string expected, double first, double second, double third)
    {
        var run = new MadeUpRun();
        foreach (var metric in new[] { "memory", "threads" })
        {
            run.Figures("io", "http 50ms", "threads", metric, Six(100)).Figures("io", "http 50ms", "tasks", metric, Twice(10, 11, 12));
        }

        Expect(NotTested, "001-io-cost", run);

        Expect(expected, "001-io-cost", run
            .Figures("io", "http 50ms", "threads", "context-switches", Six(1))
            .Figures("io", "http 50ms", "tasks", "context-switches", Twice(first, second, third)));
    }

    [Fact]
    public void Resources_that_cannot_be_told_apart_are_not_clearly_fewer() => Expect(Refuted, "001-io-cost", new MadeUpRun()
        .Figures("io", "http 50ms", "threads", "memory", Six(200_000))
        .Figures("io", "http 50ms", "tasks", "memory", Six(4_000))
        .Metric(new PlannedMetric("io", "memory", "By", Better.Lower) { Resolution = 250_000 })
        .Figures("io", "http 50ms", "threads", "threads", Six(100))
        .Figures("io", "http 50ms", "tasks", "threads", Six(0))
        .Figures("io", "http 50ms", "threads", "context-switches", Six(100))
        .Figures("io", "http 50ms", "tasks", "context-switches", Six(10)));

    [Theory]
    [InlineData(Supported, new[] { 1, 1, 0.95, 1, 1, 1 }, new[] { 0, 0.05, 0, 0, 0, 0 })]
    [InlineData(Refuted, new[] { 0.0, 0, 0, 0, 0, 0 }, new[] { 1.0, 1, 1, 1, 1, 1 })]
    [InlineData(Inconclusive, new[] { 0.7, 0.9, 1, 1, 1, 1 }, new[] { 0, 0.05, 0, 0, 0, 0 })]
    [InlineData(NotTested, new double[0], new double[0])]
    public void Completion_follows_the_answers_and_not_the_starts(string expected, double[] answers, double[] starts) =>
        Expect(expected, "001-order", new MadeUpRun()
        .Figures("io", "last first", "tasks", "in-order-of-answers", answers)
        .Figures("io", "last first", "tasks", "in-order-of-starts", starts)
        .Figures("io", "last first", "loop", "in-order-of-answers", Six(1))
        .Figures("io", "last first", "loop", "in-order-of-starts", Six(0)));

    [Theory]
    [InlineData(Supported, 0.5, 0.6, 0.7)]
    [InlineData(Refuted, 1.5, 1.6, 1.7)]
    [InlineData(Refuted, 0.96, 0.97, 0.98)]
    [InlineData(Inconclusive, 0.8, 1.0, 1.3)]
    public void Service_is_work_by_processor_time(string expected, double first, double second, double third)
    {
        var threads = new MadeUpRun().Figures("io", "http 50ms", "threads", "cpu-time", Six(1));
        Completed(threads, "threads");
        Expect(NotTested, "001-service", threads);

        Expect(expected, "001-service", Completed(threads.Figures("io", "http 50ms", "tasks", "cpu-time", Twice(first, second, third)), "tasks"));
    }

    [Fact]
    public void Service_at_low_concurrency_says_nothing()
    {
        var run = Completed(Completed(new MadeUpRun(), "threads"), "tasks")
            .Figures("io", "http 50ms", "threads", "cpu-time", Six(1))
            .Figures("io", "http 50ms", "tasks", "cpu-time", Six(0.5));
        Expect(Supported, "001-service", run);

        run.Change("io", "http 50ms", "threads", 1, trial => trial with { Parameters = new Dictionary<string, double> { ["concurrency"] = 2 } });

        Expect(NotTested, "001-service", run);
    }

    [Theory]
    [InlineData(Supported, 0.5)]
    [InlineData(Refuted, 2)]
    public void Service_asks_a_database_too_where_one_was_given(string expected, double time)
    {
        var run = new MadeUpRun();
        (string, string, double)[] all =
            [("http 50ms", "threads", 1), ("http 50ms", "tasks", 0.5), ("query 50ms", "threads", 1), ("query 50ms", "tasks", time)];
        foreach (var (variant, model, seconds) in all)
        {
            Completed(run.Figures("io", variant, model, "cpu-time", Six(seconds)), model, variant: variant);
        }

        Expect(expected, "001-service", run);
    }

    [Theory]
    [InlineData(Supported, 10, 11, 12)]
    [InlineData(Refuted, 110, 120, 130)]
    [InlineData(Inconclusive, 90, 100, 120)]
    public void A_loop_avoids_switches_of_each_operation(string expected, double first, double second, double third)
    {
        var threads = Completed(new MadeUpRun().Figures("io", "http 50ms", "threads", "context-switches", Six(100)), "threads");
        Expect(NotTested, "004-loop-io", threads);

        Expect(expected, "004-loop-io", Completed(threads.Figures("io", "http 50ms", "loop", "context-switches", Twice(first, second, third)), "loop"));
    }

    [Fact]
    public void Switches_are_counted_for_each_operation_that_completed()
    {
        var run = new MadeUpRun()
            .Figures("io", "http 50ms", "threads", "context-switches", Six(100))
            .Figures("io", "http 50ms", "loop", "context-switches", Six(100));
        Completed(Completed(run, "threads"), "loop", 100);

        Assert.Contains(
            "http 50ms: loop/threads context-switches for each operation ×10", Verdict("004-loop-io", [run.Build()]).Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Supported, 0.95, 1.5)]
    [InlineData(Refuted, 0.6, 1.5)]
    [InlineData(Refuted, 0.95, 3.0)]
    [InlineData(NotTested, 0.95, null)]
    public void A_lock_serves_waits_well_where_it_neither_slows_them_nor_makes_them_late(string expected, double throughput, double? beyond)
    {
        var run = new MadeUpRun()
            .Figures("io", "http 50ms", "threads", "throughput", Six(1))
            .Figures("io", "http 50ms", "gil", "throughput", Six(throughput));
        if (beyond is { } later)
        {
            run.Figures("io", "http 50ms", "threads", "beyond-delay", Six(1)).Figures("io", "http 50ms", "gil", "beyond-delay", Six(later));
        }

        Expect(expected, "004-gil-io", run);
    }

    private static MadeUpRun Completed(MadeUpRun run, string model, long operations = 1000, string variant = "http 50ms")
    {
        for (var round = 1; round <= 6; round++)
        {
            run.Change("io", variant, model, round, trial => trial with { Operations = new OperationCounts(2 * operations, operations, 0, 0) });
        }

        return run;
    }
}
