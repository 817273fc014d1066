using Interleave.Client.Judging;
using Interleave.Client.Judging.Checks;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Checks;

public sealed class RuleTests
{
    [Theory]
    [InlineData(10, 8, 1, 1, true)]
    [InlineData(10, 8, 1, 0, false)]
    [InlineData(10, 11, 0, 0, false)]
    public void Every_operation_that_started_has_ended_somehow(long started, long completed, long failed, long timedOut, bool ok) => Expect(
        ok, "operations accounted for",
        new MadeUpRun().Change("io", "two", "tasks", 1, trial => trial with { Operations = new OperationCounts(started, completed, failed, timedOut) }));

    [Theory]
    [InlineData(1, 1.9, true)]
    [InlineData(1, 2.11, true)]
    [InlineData(1, 2.13, false)]
    [InlineData(0.05, 0.13, false)] // A short trial, too.
    public void Processor_time_is_no_more_than_the_cores_have(double time, double cpuTime, bool ok) => Expect(
        ok,
        "processor time possible",
        new MadeUpRun().Figures("io", "two", "tasks", "time", time).Figures("io", "two", "tasks", "cpu-time", cpuTime)
            .Figures("io", "two", "tasks", "machine-share", cpuTime / time / 2));

    [Theory]
    [InlineData("latency-max", 1, 1.005, true)]
    [InlineData("latency-max", 1, 1.1, false)]
    [InlineData("short-latency-max", 1, 1.1, false)]
    [InlineData("latency-max", 1, -0.1, false)]
    public void No_operation_takes_longer_than_its_trial(string metric, double time, double longest, bool ok) => Expect(
        ok, $"{metric} within the trial's time",
        new MadeUpRun().Figures("io", "two", "tasks", "time", time).Figures("io", "two", "tasks", metric, longest));

    [Fact]
    public void A_failure_that_the_scenario_provoked_is_accounted_for() => Expect(
        true, "operations accounted for",
        new MadeUpRun().Change("io", "two", "tasks", 1, trial => trial with { Operations = new OperationCounts(10, 8, 0, 0) { ExpectedFailures = 2 } }));

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_loop_computes_on_one_thread(double threads, bool ok) =>
        Expect(ok, "loop on one thread", new MadeUpRun().Figures("cpu", "two", "loop", "threads-used", threads));

    [Fact]
    public void Other_models_may_compute_on_several_threads() =>
        Assert.Empty(new LoopOnOneThread().Judge(new MadeUpRun().Figures("cpu", "two", "tasks", "threads-used", 2).Build()));

    [Fact]
    public void A_trial_that_broke_off_has_nothing_to_account_for() => Assert.Empty(new OperationsAccountedFor().Judge(new MadeUpRun()
        .Change("io", "two", "tasks", 1, trial => trial with { Error = "did not end", Operations = new OperationCounts(5, 1, 0, 0) })
        .Build()));

    /// <summary>Through the judge, so that a rule which nobody applies fails here.</summary>
    private static void Expect(bool ok, string name, MadeUpRun run) =>
        Assert.Equal(ok, Judge.Create([]).Conclude(run.Build()).Checks.Single(check => check.Name == name).Ok);
}
