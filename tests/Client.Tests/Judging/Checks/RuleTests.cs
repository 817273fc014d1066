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
    [InlineData(1, 2.2, true)]
    [InlineData(1, 2.5, false)]
    public void Processor_time_is_no_more_than_the_cores_have(double time, double cpuTime, bool ok) => Expect(
        ok, "processor time possible", new MadeUpRun().Figures("io", "two", "tasks", "time", time).Figures("io", "two", "tasks", "cpu-time", cpuTime));

    [Theory]
    [InlineData(0.1, 0.2, true)]
    [InlineData(0.2, 0.1, false)]
    [InlineData(-0.1, 0.2, false)]
    public void Latencies_are_positive_and_in_order(double half, double most, bool ok) => Expect(
        ok, "latencies in order", new MadeUpRun().Figures("io", "two", "tasks", "latency-p50", half).Figures("io", "two", "tasks", "latency-p99", most));

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
