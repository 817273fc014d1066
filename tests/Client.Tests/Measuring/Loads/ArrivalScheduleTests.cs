using Interleave.Client.Measuring.Loads;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Tests.Measuring.Loads;

public sealed class ArrivalScheduleTests
{
    [Fact]
    public void Constant_arrivals_are_one_interval_apart()
    {
        var due = ArrivalSchedule.Of(new OpenLoad(1, 4, TimeSpan.FromSeconds(1), Arrivals.Constant, 0));
        Assert.Equal([0, 250_000_000, 500_000_000, 750_000_000], due);
    }

    [Fact]
    public void Poisson_arrivals_have_exponential_intervals_of_the_mean_that_was_asked()
    {
        var due = ArrivalSchedule.Of(new OpenLoad(1, 1_000, TimeSpan.FromSeconds(50), Arrivals.Poisson, 11));
        var intervals = due.Zip(due.Skip(1), (earlier, later) => (later - earlier) / 1e9).ToArray();

        Assert.All(intervals, interval => Assert.True(interval >= 0));
        Assert.Equal(0.001, intervals.Mean(), 0.00003);
        Assert.Equal(0.001, intervals.StandardDeviation(), 0.00003); // An exponential distribution's is its mean.
        Assert.True(due[^1] < 50_000_000_000);
    }

    [Fact]
    public void The_same_seed_gives_the_same_arrivals_and_another_seed_others()
    {
        var load = new OpenLoad(1, 100, TimeSpan.FromSeconds(1), Arrivals.Poisson, 1);
        Assert.Equal(ArrivalSchedule.Of(load), ArrivalSchedule.Of(load));
        Assert.NotEqual(ArrivalSchedule.Of(load), ArrivalSchedule.Of(load with { Seed = 2 }));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(10, 0)]
    [InlineData(1e6, 60)]
    public void A_rate_or_duration_that_makes_no_schedule_is_refused(double rate, double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            ArrivalSchedule.Of(new OpenLoad(1, rate, TimeSpan.FromSeconds(seconds), Arrivals.Constant, 0)));
}
