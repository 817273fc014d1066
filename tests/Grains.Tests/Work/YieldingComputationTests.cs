using Interleave.Grains.Work;

namespace Grains.Tests.Work;

public sealed class YieldingComputationTests
{
    private static readonly NumberRange Numbers = new(1, 10_000);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Yielding_changes_nothing_about_the_result(int parts)
    {
        using var http = WaitClient.Awaiting();

        Assert.Equal(PrimeSieve.Count(Numbers), await new YieldingComputation(Numbers, parts).DoAsync(http, CancellationToken.None));
    }

    [Fact]
    public void It_has_an_await_to_yield_at()
    {
        using var http = WaitClient.Awaiting();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new NeverResumes());
        try
        {
            Assert.False(new YieldingComputation(Numbers, 2).DoAsync(http, CancellationToken.None).IsCompleted);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private sealed class NeverResumes : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
            // What yields stays where it is.
        }
    }
}
