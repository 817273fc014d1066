using Interleave.Client.Capacity;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Workloads;

namespace Interleave.Client.Tests.Capacity;

public sealed class GoalJudgeTests
{
    private static readonly Goal Goal = Goal.Read("p99 < 100ms, errors = 0", new Faults())!;

    [Fact]
    public void A_goal_holds_where_every_limit_does() =>
        Assert.Null(Broken(MadeUpTrials.Trial(("latency-p99", 0.1), ("latency-p50", 0.05), ("backlog", 0.06))));

    [Fact]
    public void Each_broken_limit_is_told_with_its_figure()
    {
        var trial = MadeUpTrials.Trial(("latency-p99", 0.15), ("backlog", 0.06), ("dropped", 25));

        Assert.Equal("p99 150 ms (limit 100 ms), errors 20 % (limit 0 %)", Broken(trial));
    }

    [Fact]
    public void A_load_that_was_not_kept_up_with_breaks_any_goal()
    {
        var trial = MadeUpTrials.Trial(("latency-p99", 0.09), ("latency-p50", 0.05), ("backlog", 0.2));

        Assert.Contains("did not keep up", Broken(trial), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_too_few_requests_the_longest_stands_for_a_percentile() =>
        Assert.Contains("p99 300 ms", Broken(MadeUpTrials.Trial(("latency-max", 0.3), ("backlog", 0.01))), StringComparison.Ordinal);

    [Fact]
    public void A_trial_without_completed_requests_breaks_any_goal() =>
        Assert.StartsWith("no request", Broken(MadeUpTrials.Trial() with { Operations = OperationCounts.None }), StringComparison.Ordinal);

    [Theory]
    [InlineData("tasks", 1.8, 0.0, 0.0, false, "the cores")]
    [InlineData("loop", 0.95, 0.0, 0.0, false, "the loop's one thread")]
    [InlineData("gil", 0.95, 0.0, 0.0, false, "the global lock")]
    [InlineData("pool", 0.3, 0.0, 0.0, false, "the threads of the pool")]
    [InlineData("tasks", 0.3, 0.0, 0.09, true, "the generator")]
    [InlineData("tasks", 0.3, 0.09, 0.0, true, "the I/O server")]
    public void What_gave_out_first_is_told_by_the_figures(string model, double cores, double serverLate, double generatorLate, bool ofHarness, string what)
    {
        var trial = MadeUpTrials.Trial(
            ("latency-p99", 0.15), ("time", 1), ("cpu-time", cores), ("io-server-cpu-time", serverLate > 0 ? 0.9 : 0.1),
            ("server-lateness-p99", serverLate), ("generator-lateness-p99", generatorLate));

        var first = new FirstToGiveOut(Goal, cores: 2, _ => null).Of(trial, Model.All.Single(known => known.Name == model), rate: 100);

        Assert.Equal(ofHarness, first.OfHarness);
        Assert.Contains(what, first.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_held_all_the_time_gave_out_first()
    {
        var first = new FirstToGiveOut(Goal, cores: 2, rate => (rate * 0.005, "the most used key of step 1"))
            .Of(MadeUpTrials.Trial(("latency-p99", 3), ("time", 1), ("cpu-time", 1)), Model.Tasks, rate: 210);

        Assert.StartsWith("the most used key of step 1", first.What, StringComparison.Ordinal);
    }

    private static string? Broken(Trial trial) => new GoalJudge(Goal).WhatBroke(trial, seconds: 1.5);
}
