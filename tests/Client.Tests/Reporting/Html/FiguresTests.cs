using Interleave.Client.Records;
using Interleave.Client.Reporting.Html;

namespace Interleave.Client.Tests.Reporting.Html;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("machine-share", "{share}", 0.0045, "0.45 %")]
    [InlineData("threads-used", "{thread}", 4, "4")]
    [InlineData("stops", "{piece}", 4, "4 pieces")]
    [InlineData("time", "s", 0.25, "250 ms")]
    public void A_share_is_per_cent_and_a_count_needs_no_unit_that_its_name_says(string metric, string unit, double value, string expected)
    {
        var result = new Result("cpu", "two", "tasks", metric, unit, Better.Neither, value, value / 2, value * 2, Rounds: 6);

        Assert.Equal(expected, Figures.Median(result));
    }
}
