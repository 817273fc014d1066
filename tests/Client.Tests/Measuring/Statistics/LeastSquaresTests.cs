using Interleave.Client.Measuring.Statistics;

namespace Interleave.Client.Tests.Measuring.Statistics;

public sealed class LeastSquaresTests
{
    [Fact]
    public void The_slope_leaves_the_floor_out() =>
        Assert.Equal(20, LeastSquares.Slope([(0, 1_000), (10, 1_200), (20, 1_400)]), 9);

    [Fact]
    public void A_point_that_is_not_known_is_left_out() =>
        Assert.Equal(2, LeastSquares.Slope([(0, 0), (1, double.NaN), (2, 4)]), 9);

    [Fact]
    public void One_point_has_no_slope() => Assert.True(double.IsNaN(LeastSquares.Slope([(1, 1), (2, double.NaN)])));
}
