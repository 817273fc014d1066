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
    public void A_traced_trial_is_marked_where_it_took_another_time_than_the_measured_ones(double time, bool marked)
    {
        var run = new MadeUpRun().Build() with { TracedTrials = [new TracedTrial("io", "two", "tasks", time, MeasuredTime: 1)] };

        Assert.Equal(marked, TracedTrials.InOneLine(run) is not null);
        Assert.Equal(marked, TracedTrials.Describe(run.TracedTrials[0]).StartsWith('▲'));
    }

    [Fact]
    public void A_traced_trial_without_measured_ones_is_no_faithful_picture() =>
        Assert.Equal("▲ io (two) on tasks: 1 s traced, none measured", TracedTrials.Describe(new TracedTrial("io", "two", "tasks", 1, MeasuredTime: null)));
}
