using Interleave.Client.Reporting.Html;

namespace Interleave.Client.Tests.Reporting.Html;

public sealed class SweepTests
{
    [Fact]
    public void Names_that_differ_in_one_number_are_a_sweep_in_its_order()
    {
        var sweep = Assert.Single(Sweep.Among(["64 By", "1,024 By", "256 By", "free"]));

        Assert.Equal("N By", sweep.Pattern);
        Assert.Equal([64, 256, 1024], sweep.Steps.Select(step => step.Number));
    }

    [Fact]
    public void Two_steps_are_no_sweep() => Assert.Empty(Sweep.Among(["http 50ms", "http 5ms", "two"]));
}
