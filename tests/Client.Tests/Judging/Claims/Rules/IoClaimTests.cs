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
        var threads = new MadeUpRun().Figures("io", "two", "threads", "time", 1, 1, 1);
        Expect(NotTested, "001-io-two", threads);

        Expect(expected, "001-io-two", threads.Figures("io", "two", "tasks", "time", first, second, third));
    }

    [Theory]
    [InlineData(Supported, 0.5, 0.6, 0.7)]
    [InlineData(Refuted, 1.0, 1.2, 1.3)]
    [InlineData(Inconclusive, 0.9, 1.0, 1.1)]
    public void Resources_of_tasks_lie_clearly_below(string expected, double first, double second, double third)
    {
        var run = new MadeUpRun();
        foreach (var metric in new[] { "memory", "threads" })
        {
            run.Figures("io", "http 50ms", "threads", metric, 100, 100, 100).Figures("io", "http 50ms", "tasks", metric, 10, 11, 12);
        }

        Expect(NotTested, "001-io-cost", run);

        Expect(expected, "001-io-cost", run
            .Figures("io", "http 50ms", "threads", "context-switches", 1, 1, 1)
            .Figures("io", "http 50ms", "tasks", "context-switches", first, second, third));
    }

    [Theory]
    [InlineData(Supported, new[] { 1, 1, 0.95 }, new[] { 0, 0.05, 0 })]
    [InlineData(Refuted, new[] { 0.0, 0, 0 }, new[] { 1.0, 1, 1 })]
    [InlineData(Inconclusive, new[] { 0.7, 0.9, 1 }, new[] { 0, 0.05, 0 })]
    [InlineData(NotTested, new double[0], new double[0])]
    public void Completion_follows_the_answers_and_not_the_starts(string expected, double[] answers, double[] starts) => Expect(expected, "001-order", new MadeUpRun()
        .Figures("io", "last first", "tasks", "in-order-of-answers", answers)
        .Figures("io", "last first", "tasks", "in-order-of-starts", starts));

    [Theory]
    [InlineData(Supported, 0.5, 0.6, 0.7)]
    [InlineData(Refuted, 1.5, 1.6, 1.7)]
    [InlineData(Inconclusive, 0.8, 1.0, 1.3)]
    public void Service_is_work_by_processor_time(string expected, double first, double second, double third)
    {
        var threads = new MadeUpRun().Figures("io", "http 50ms", "threads", "cpu-time", 1, 1, 1);
        Completed(threads, "threads");
        Expect(NotTested, "001-service", threads);

        Expect(expected, "001-service", Completed(threads.Figures("io", "http 50ms", "tasks", "cpu-time", first, second, third), "tasks"));
    }

    [Theory]
    [InlineData(Supported, 10, 11, 12)]
    [InlineData(Refuted, 110, 120, 130)]
    [InlineData(Inconclusive, 90, 100, 120)]
    public void A_loop_avoids_switches_of_each_operation(string expected, double first, double second, double third)
    {
        var threads = Completed(new MadeUpRun().Figures("io", "http 50ms", "threads", "context-switches", 100, 100, 100), "threads");
        Expect(NotTested, "004-loop-io", threads);

        Expect(expected, "004-loop-io", Completed(threads.Figures("io", "http 50ms", "loop", "context-switches", first, second, third), "loop"));
    }

    private static MadeUpRun Completed(MadeUpRun run, string model)
    {
        for (var round = 1; round <= 3; round++)
        {
            run.Change("io", "http 50ms", model, round, trial => trial with { Operations = new OperationCounts(1000, 1000, 0, 0) });
        }

        return run;
    }
}
