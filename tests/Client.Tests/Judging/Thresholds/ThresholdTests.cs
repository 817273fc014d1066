using Interleave.Client.Judging;
using Interleave.Client.Judging.Thresholds;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Thresholds;

public sealed class ThresholdTests
{
    private readonly Run _run = Judge.Create([]).Conclude(new MadeUpRun()
        .Figures("io", "http 50ms", "tasks", "throughput", 1999, 2000, 2001)
        .Figures("io", "two", "tasks", "throughput", 40, 40, 40)
        .Figures("race", "bare", "grains", "lost", 0, 0, 0)
        .Build());

    [Theory]
    [InlineData("io[two].tasks.throughput > 39", true)]
    [InlineData("io[two].tasks.throughput > 40", false)]
    [InlineData("io[two].tasks.throughput >= 40", true)]
    [InlineData("io[http 50ms].tasks.throughput < 2e3", false)]
    [InlineData("io[http 50ms].tasks.throughput<=2000", true)]
    [InlineData("race.grains.lost == 0", true)]
    [InlineData("race.grains.lost != 0", false)]
    [InlineData("io.tasks.throughput > 1500", false)]
    [InlineData("io.tasks.throughput > 10", true)]
    public void A_threshold_holds_a_median_against_its_limit_in_every_variant_it_speaks_of(string text, bool expected) =>
        Assert.Equal(expected, Judged(text).All(check => check.Ok));

    [Fact]
    public void A_threshold_on_what_failed_in_every_round_fails()
    {
        var run = Judge.Create([]).Conclude(
            new MadeUpRun().Figures("io", "two", "tasks", "time", 1).Check("io", "two", "tasks", 1, "answers", ok: false).Build());

        var check = Assert.Single(Client.Judging.Thresholds.Thresholds.Judge(Read("io.tasks.time < 5", run.Plan), run));

        Assert.Equal((false, "expected io.tasks.time < 5, which was not measured"), (check.Ok, check.Name));
    }

    [Theory]
    [InlineData("io.task.throughput > 1", "Unknown model 'task' in --expect 'io.task.throughput > 1': did you mean 'tasks'? Allowed: tasks, grains.")]
    [InlineData("oi.tasks.throughput > 1", "Unknown scenario 'oi'")]
    [InlineData("io.tasks.thruput > 1", "did you mean 'throughput'?")]
    [InlineData("io[too].tasks.throughput > 1", "did you mean 'two'?")]
    [InlineData("io.tasks.throughput => 1", "is not understood")]
    [InlineData("io.tasks.throughput > much", "is not understood")]
    [InlineData("", "is not understood")]
    public void What_is_not_allowed_is_said_in_one_line(string text, string expected)
    {
        var faults = new Faults();

        Assert.Empty(Client.Judging.Thresholds.Thresholds.Read([text], _run.Plan, faults));
        Assert.Contains(expected, Assert.Single(faults.Lines), StringComparison.Ordinal);
    }

    private IEnumerable<Check> Judged(string text) => Client.Judging.Thresholds.Thresholds.Judge(Read(text, _run.Plan), _run);

    private static IReadOnlyList<Threshold> Read(string text, Plan plan)
    {
        var faults = new Faults();
        var thresholds = Client.Judging.Thresholds.Thresholds.Read([text], plan, faults);
        Assert.Empty(faults.Lines);
        return thresholds;
    }
}
