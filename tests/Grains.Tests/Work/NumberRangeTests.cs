using Interleave.Grains.Work;

namespace Interleave.Grains.Tests.Work;

public sealed class NumberRangeTests
{
    [Theory]
    [InlineData(0, 100, 7)]
    [InlineData(5, 8, 3)]
    [InlineData(1_000_000_000, 1_100_000_000, 100_000)]
    public void Parts_follow_each_other_and_cover_the_whole(uint from, uint to, int count)
    {
        var parts = Enumerable.Range(0, count).Select(number => new NumberRange(from, to).Part(number, count)).ToList();

        Assert.Equal(from, parts[0].From);
        Assert.Equal(to, parts[^1].To);
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.True(parts.Max(part => part.Length) - parts.Min(part => part.Length) <= 1);
    }
}
