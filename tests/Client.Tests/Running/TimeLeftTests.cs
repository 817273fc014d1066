using Interleave.Client.Running;

namespace Interleave.Client.Tests.Running;

public sealed class TimeLeftTests
{
    [Fact]
    public void Each_trial_to_come_takes_as_long_as_those_before_did_on_average()
    {
        var left = new TimeLeft();
        left.Add(TimeSpan.FromSeconds(1));
        left.Add(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(10), left.Of(5));
    }

    [Fact]
    public void Before_the_first_trial_nobody_knows() => Assert.Null(new TimeLeft().Of(5));
}
