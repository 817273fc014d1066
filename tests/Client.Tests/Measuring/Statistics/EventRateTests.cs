using Interleave.Client.Measuring.Statistics;
using MathNet.Numerics.Distributions;

namespace Interleave.Client.Tests.Measuring.Statistics;

public sealed class EventRateTests
{
    // Garwood (1936), table 1: the 95 % limits of a Poisson mean.
    [Theory]
    [InlineData(0, 0, 3.689)]
    [InlineData(1, 0.0253, 5.572)]
    [InlineData(5, 1.623, 11.668)]
    [InlineData(20, 12.217, 30.888)]
    public void The_interval_is_the_exact_one_of_a_poisson_process(int events, double low, double high)
    {
        var estimate = EventRate.Of([(events, 1)]).Estimate;

        Assert.Equal((events, low, high), (estimate.Median, Math.Round(estimate.Low, low < 1 ? 4 : 3), Math.Round(estimate.High, 3)));
    }

    [Fact]
    public void Rounds_are_summed_and_not_averaged()
    {
        var rate = EventRate.Of([(1, 10), (3, 90)]);

        Assert.Equal((4, 100, 0.04), (rate.Events, rate.Occasions, rate.Value));
    }

    [Fact]
    public void None_seen_is_a_bound_and_not_a_zero() =>
        Assert.Equal(3.689e-6, EventRate.Of([.. Enumerable.Repeat((0.0, 100_000.0), 10)]).Estimate.High, 1e-9);

    [Fact]
    public void Events_that_come_in_bursts_bound_less()
    {
        var even = EventRate.Of([(10, 100), (10, 100), (10, 100), (10, 100)]);
        var inBursts = EventRate.Of([(40, 100), (0, 100), (0, 100), (0, 100)]);

        Assert.Equal((even.Value, 1, 40), (inBursts.Value, even.Burst, inBursts.Burst));
        Assert.True(inBursts.Estimate.Low < even.Estimate.Low && inBursts.Estimate.High > even.Estimate.High);
    }

    [Fact]
    public void A_ratio_of_rates_has_the_exact_interval_of_a_share()
    {
        // Of 40 events 30 were on one side, with the same occasions on both: Clopper and Pearson's interval of 30 in 40 is 0.5880 to 0.8731.
        var ratio = EventRate.Of([(30, 1000)]).Over(EventRate.Of([(10, 1000)]));

        Assert.Equal(3, ratio.Median, 1e-9);
        Assert.Equal(0.5880 / (1 - 0.5880), ratio.Low, 1e-2);
        Assert.Equal(0.8731 / (1 - 0.8731), ratio.High, 1e-2);
        Assert.Equal(2 * ratio.Low, EventRate.Of([(30, 500)]).Over(EventRate.Of([(10, 1000)])).Low, 1e-9);
    }

    [Fact]
    public void A_ratio_over_none_is_unbounded_above_and_one_of_none_has_no_lower_bound()
    {
        var (none, some) = (EventRate.Of([(0, 1000)]), EventRate.Of([(8, 1000)]));

        Assert.Equal(double.PositiveInfinity, some.Over(none).High);
        Assert.InRange(some.Over(none).Low, 1, 8);
        Assert.Equal((0, 0), (none.Over(some).Median, none.Over(some).Low));
        Assert.Equal((0, double.PositiveInfinity), (none.Over(none).Low, none.Over(none).High));
    }

    [Theory]
    [InlineData(0.0001)]
    [InlineData(0.01)]
    public void The_interval_holds_the_true_rate_at_least_as_often_as_it_says(double rate)
    {
        var random = new Random(5);
        const int Samples = 1_000;
        var held = Enumerable.Range(0, Samples).Count(_ =>
            EventRate.Of([.. Enumerable.Range(0, 6).Select(_ => ((double)Poisson.Sample(random, rate * 10_000), 10_000.0))]).Estimate.Contains(rate));

        Assert.True(held >= 0.93 * Samples, $"{held} of {Samples}");
    }
}
