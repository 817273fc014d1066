using Interleave.Client.Measuring.Loads;
using Interleave.Client.Scenarios.Io;

namespace Interleave.Client.Tests.Scenarios.Io;

public sealed class IoJobTests
{
    private static readonly IoJob Job = new(IoSource.Http, TimeSpan.FromMilliseconds(50), Bytes: 0, new ClosedLoad(Concurrency: 1, Operations: 1));

    [Fact]
    public void Without_a_spread_every_wait_takes_the_delay() =>
        Assert.All(Enumerable.Range(0, 100), operation => Assert.Equal(Job.Delay, Job.DelayOf(operation)));

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public void Waits_spread_evenly_around_the_delay_wherever_one_begins(long first)
    {
        var delays = Enumerable.Range(0, 100).Select(number => (Job with { Spread = 0.5 }).DelayOf(first + number).TotalMilliseconds).ToList();

        Assert.InRange(delays.Average(), 49, 51);
        Assert.All(Enumerable.Range(0, 10), tenth => Assert.InRange(delays.Count(delay => delay >= 25 + (5 * tenth) && delay < 30 + (5 * tenth)), 8, 12));
    }
}
