using Interleave.Client.Records;
using Interleave.Client.Reporting.Plots;

namespace Interleave.Client.Tests.Reporting.Plots;

public sealed class PercentileCurveTests
{
    private static readonly Distribution Hundred = new("s", [1, 2, 3], [50, 40, 10]);

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.51, 2)]
    [InlineData(0.9, 2)]
    [InlineData(0.99, 3)]
    public void A_percentile_is_the_least_bound_that_holds_so_many(double fraction, double expected) =>
        Assert.Equal(expected, PercentileCurve.At(Hundred, fraction));

    [Fact]
    public void A_percentile_beyond_which_nothing_lies_is_not_drawn()
    {
        Assert.True(PercentileCurve.IsHeld(Hundred, 0.99));
        Assert.False(PercentileCurve.IsHeld(Hundred, 0.999));
    }

    [Fact]
    public void Distributions_of_several_rounds_add_up()
    {
        var both = PercentileCurve.Together([Hundred, new Distribution("s", [2, 4], [5, 1])]);

        Assert.Equal([1, 2, 3, 4], both.UpperBounds);
        Assert.Equal([50, 45, 10, 1], both.Counts);
    }

    [Theory]
    [InlineData(0.5, "p50")]
    [InlineData(0.999, "p99.9")]
    [InlineData(0.9999, "p99.99")]
    public void Percentiles_have_their_usual_names(double fraction, string name) => Assert.Equal(name, PercentileCurve.Name(fraction));
}
