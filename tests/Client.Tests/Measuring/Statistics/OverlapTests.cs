using Interleave.Client.Measuring.Statistics;

namespace Interleave.Client.Tests.Measuring.Statistics;

public sealed class OverlapTests
{
    [Fact]
    public void Where_nothing_happened_nothing_overlapped() => Assert.Equal(0, Overlap.Most([]));

    [Fact]
    public void What_follows_each_other_does_not_overlap() => Assert.Equal(1, Overlap.Most([(10, 20), (0, 10), (20, 20)]));

    [Fact]
    public void The_most_at_once_count_wherever_they_met() => Assert.Equal(3, Overlap.Most([(0, 100), (1, 2), (50, 60), (55, 70), (65, 80)]));

    [Theory]
    [InlineData(4, 2)]
    [InlineData(5, 1)]
    public void An_overlap_no_longer_than_the_grain_of_the_clocks_is_none(long grain, int most) => Assert.Equal(most, Overlap.Most([(0, 25), (20, 40)], grain));

    [Theory]
    [InlineData(0, 10, 20, 30, 0)]
    [InlineData(0, 10, 10, 20, 0)]
    [InlineData(0, 10, 4, 30, 6)]
    [InlineData(0, 100, 4, 30, 26)]
    public void Time_together_is_that_of_two_or_more(long from, long to, long otherFrom, long otherTo, long together) =>
        Assert.Equal(together, Overlap.Together([(from, to), (otherFrom, otherTo)]));

    [Fact]
    public void Time_together_of_three_counts_once() => Assert.Equal(50, Overlap.Together([(0, 100), (50, 100), (60, 90)]));

    [Theory]
    [InlineData(0, 10, 20, 30, 20)]
    [InlineData(0, 10, 5, 30, 30)]
    [InlineData(0, 100, 5, 30, 100)]
    public void Time_covered_counts_no_moment_twice(long from, long to, long otherFrom, long otherTo, long covered) =>
        Assert.Equal(covered, Overlap.Covered([(from, to), (otherFrom, otherTo)]));
}
