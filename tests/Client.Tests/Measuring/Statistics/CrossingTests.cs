using Interleave.Client.Measuring.Statistics;

namespace Interleave.Client.Tests.Measuring.Statistics;

public sealed class CrossingTests
{
    [Fact]
    public void It_lies_between_the_points_on_either_side_of_the_level() =>
        Assert.Equal(10 * Math.Sqrt(10), Crossing.Upwards([(1, 0.1), (10, 0.5), (100, 2), (1_000, 3)], 1) ?? 0, 9);

    [Fact]
    public void A_point_on_the_level_is_where_it_is_crossed() => Assert.Equal(10, Crossing.Upwards([(1, 0.5), (10, 1), (100, 2)], 1));

    [Fact]
    public void The_order_of_the_points_does_not_matter() =>
        Assert.Equal(Crossing.Upwards([(1, 0.5), (10, 2)], 1), Crossing.Upwards([(10, 2), (1, 0.5)], 1));

    [Fact]
    public void A_value_above_by_chance_does_not_count() => Assert.InRange(Crossing.Upwards([(1, 0.5), (10, 1.1), (100, 0.9), (1_000, 2)], 1) ?? 0, 100, 1_000);

    [Fact]
    public void A_curve_that_ends_below_does_not_cross() => Assert.Null(Crossing.Upwards([(1, 0.5), (10, 1.2), (100, 0.9)], 1));

    [Fact]
    public void A_curve_that_is_always_above_crosses_where_it_begins() => Assert.Equal(1, Crossing.Upwards([(1, 1.5), (10, 2)], 1));

    [Fact]
    public void No_curve_crosses_nothing() => Assert.Null(Crossing.Upwards([], 1));
}
