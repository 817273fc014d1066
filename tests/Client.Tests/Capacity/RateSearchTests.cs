using Interleave.Client.Capacity;

namespace Interleave.Client.Tests.Capacity;

public sealed class RateSearchTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    [InlineData(437)]
    [InlineData(25_000)]
    public async Task A_limit_is_bracketed_from_wherever_the_search_begins(double limit)
    {
        foreach (var start in new[] { 1.0, 100, 3_000 })
        {
            var bracket = await SearchFor(limit, []).FindAsync(start);

            Assert.InRange(limit, bracket.Holds!.Rate, bracket.Fails!.Rate);
            Assert.InRange(bracket.Estimate, limit / 1.1, limit * 1.1);
        }
    }

    [Fact]
    public async Task What_was_found_is_confirmed_in_few_trials_nearby()
    {
        var tried = new List<double>();

        var bracket = await SearchFor(437, tried).ConfirmAsync(450);

        Assert.InRange(437, bracket.Holds!.Rate, bracket.Fails!.Rate);
        Assert.InRange(tried.Count, 2, 3);
    }

    [Fact]
    public async Task A_confirmation_that_begins_far_off_still_finds_the_limit()
    {
        var bracket = await SearchFor(5_000, []).ConfirmAsync(100);

        Assert.InRange(5_000, bracket.Holds!.Rate, bracket.Fails!.Rate);
    }

    [Fact]
    public async Task A_goal_that_always_holds_gives_a_bound()
    {
        var bracket = await SearchFor(double.PositiveInfinity, []).FindAsync(100);

        Assert.Null(bracket.Fails);
        Assert.True(bracket.IsBound);
        Assert.Equal(100_000, bracket.Estimate);
    }

    [Fact]
    public async Task A_goal_that_never_holds_gives_nothing()
    {
        var bracket = await SearchFor(0, []).FindAsync(100);

        Assert.Null(bracket.Holds);
        Assert.False(bracket.IsBound);
        Assert.Equal(0, bracket.Estimate);
    }

    private static RateSearch SearchFor(double limit, List<double> tried) => new(1.08, 0.5, 100_000, rate =>
    {
        tried.Add(rate);
        return Task.FromResult(MadeUpTrials.At(rate, rate <= limit ? null : "p99"));
    });
}
