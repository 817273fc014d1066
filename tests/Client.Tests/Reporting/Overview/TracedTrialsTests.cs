using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Interleave.Client.Tests.Judging;

namespace Interleave.Client.Tests.Reporting.Overview;

public sealed class TracedTrialsTests
{
    [Theory]
    [InlineData(1.29, false)]
    [InlineData(1.31, true)]
    [InlineData(0.78, false)]
    [InlineData(0.76, true)]
    public void A_traced_trial_is_told_where_it_took_another_time_than_the_measured_ones(double time, bool told)
    {
        var run = new MadeUpRun().Build() with { TracedTrials = [new TracedTrial("io", "two", "tasks", time, MeasuredTime: 1)] };

        Assert.Equal(told, TracedTrials.InOneLine(run) is not null);
    }

    [Fact]
    public void A_traced_trial_without_measured_ones_says_so() =>
        Assert.Equal("io (two) on tasks: 1 s traced, none measured", TracedTrials.Describe(new TracedTrial("io", "two", "tasks", 1, MeasuredTime: null)));
}
