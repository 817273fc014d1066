using Interleave.Grains.Work;

namespace Interleave.Grains.Tests.Work;

public sealed class PrimesTests
{
    [Theory]
    [InlineData(0, 2, 0)]
    [InlineData(0, 3, 1)]
    [InlineData(0, 10, 4)]
    [InlineData(2, 3, 1)]
    [InlineData(0, 1_000, 168)]
    [InlineData(0, 1_000_000, 78_498)]
    [InlineData(999_983, 999_984, 1)] // The greatest prime below a million.
    public void Both_ways_of_counting_find_the_published_numbers_of_primes(uint from, uint to, long primes)
    {
        var range = new NumberRange(from, to);

        Assert.Equal(primes, Primes.Count(range).Primes);
        Assert.Equal(primes, PrimeSieve.Count(range));
    }

    [Fact]
    public void The_sieve_finds_the_published_number_of_primes_below_a_hundred_million() =>
        Assert.Equal(5_761_455, PrimeSieve.Count(new NumberRange(0, 100_000_000)));

    [Theory]
    [InlineData(Primes.EqualCostFrom, Primes.EqualCostFrom + 5_000)]
    [InlineData(uint.MaxValue - 500, uint.MaxValue)]
    public void Large_numbers_are_counted_as_the_sieve_counts_them(uint from, uint to)
    {
        var range = new NumberRange(from, to);

        Assert.Equal(PrimeSieve.Count(range), Primes.Count(range).Primes);
    }

    [Fact]
    public void A_count_says_which_thread_made_it_and_when()
    {
        var execution = Primes.Count(new NumberRange(0, 1_000)).Execution;

        Assert.Equal((Environment.ProcessId, Environment.CurrentManagedThreadId), (execution.ProcessId, execution.ThreadId));
        Assert.True(execution.From < execution.To);
    }

    [Fact]
    public void A_cancelled_count_ends() =>
        Assert.Throws<OperationCanceledException>(() => Primes.Count(new NumberRange(0, uint.MaxValue), new CancellationToken(canceled: true)));

    [Fact]
    public void A_count_passes_a_check_point_after_every_number()
    {
        var passed = new List<int>();

        var count = Primes.Count(new NumberRange(0, 1_000), new Passed(passed), CancellationToken.None);

        Assert.Equal(168, count.Primes);
        Assert.Equal(1_000, passed.Count);
    }

    private readonly struct Passed(List<int> threads) : ICheckPoint
    {
        public void Pass() => threads.Add(Environment.CurrentManagedThreadId);
    }
}
