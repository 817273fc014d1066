using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>dinner</c>, on figures made up for every verdict.</summary>
public sealed class DinnerClaimTests : ClaimTests
{
    [Theory]
    [InlineData(Supported, 0.5, 0, 0.9)]
    [InlineData(Refuted, 0.01, 0, 0.9)]
    [InlineData(Refuted, 0.5, 0.3, 0.9)]
    [InlineData(Refuted, 0.5, 0, 0.1)]
    public void Parallel_means_running_at_the_same_instant(string expected, double threads, double loop, double inProgress)
    {
        var run = new MadeUpRun()
            .Figures("dinner", "all cores", "threads", "running-together", Six(threads))
            .Figures("dinner", "all cores", "threads", "in-progress-together", Six(0.9))
            .Figures("dinner", "all cores", "loop", "running-together", Six(loop))
            .Figures("dinner", "all cores", "loop", "in-progress-together", Six(inProgress));

        Expect(expected, "003-parallel", run);
    }

    [Theory]
    [InlineData(Supported, 72, 0)]
    [InlineData(Refuted, 72, 1)]
    [InlineData(Inconclusive, 10, 0)]
    public void Order_is_refuted_by_a_single_step_that_came_too_early(string expected, double steps, double early)
    {
        var run = new MadeUpRun().Metric(new PlannedMetric("dinner", "out-of-order", "{step}", Better.Lower) { Exposure = "steps-taken" });
        foreach (var model in new[] { "threads", "tasks", "loop", "grains" })
        {
            run.Figures("dinner", "all cores", model, "steps-taken", Six(steps))
                .Figures("dinner", "all cores", model, "out-of-order", 0, 0, 0, 0, 0, model == "tasks" ? early : 0);
        }

        Expect(expected, "003-sequential", run);
    }
}
