using Interleave.Client.Reporting.Plots;

namespace Interleave.Client.Tests.Reporting.Plots;

public sealed class ScaleTests
{
    [Fact]
    public void Linear_axis_starts_at_zero_and_ends_on_a_round_figure()
    {
        var scale = Scale.Fitting([3, 17, 42], 0, 100);

        Assert.False(scale.IsLogarithmic);
        Assert.Equal((0, 60), (scale.From, scale.To));
        Assert.Equal([0, 20, 40, 60], scale.Ticks);
        Assert.Equal(50, scale.Of(30));
    }

    [Fact]
    public void Values_far_apart_take_powers_of_ten()
    {
        var scale = Scale.Fitting([0.02, 90], 0, 400);

        Assert.True(scale.IsLogarithmic);
        Assert.Equal(0, scale.Of(0.01));
        Assert.Equal(400, scale.Of(100));
        Assert.Equal(200, scale.Of(1), 6);
    }

    [Fact]
    public void A_zero_keeps_the_axis_linear() => Assert.False(Scale.Fitting([0, 1e6], 0, 1).IsLogarithmic);

    [Fact]
    public void Steps_leave_no_dust_in_the_last_digits() => Assert.Equal([0, 0.1, 0.2, 0.3], Scale.Fitting([0.3], 0, 1).Ticks);

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new[] { 0.0, 0.0 })]
    [InlineData(new[] { 5.0 })]
    [InlineData(new[] { double.NaN, 3.0 })]
    public void Any_values_have_a_scale(double[] values)
    {
        var scale = Scale.Fitting(values, 0, 100);

        Assert.True(scale.To > scale.From);
        Assert.All(scale.Ticks, tick => Assert.InRange(scale.Of(tick), 0, 100));
    }
}
