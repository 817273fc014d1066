namespace Interleave.Grains.Deadlock;

/// <summary>Holds its turn while it waits for the next grain, as every grain does that is not reentrant.</summary>
internal sealed class CircleGrain : Grain, ICircleGrain
{
    public Task Activate() => Task.CompletedTask;

    public async Task<int> Pass(CallCircle circle, int calls)
    {
        if (calls == circle.Grains.Count)
        {
            return calls;
        }

        using var open = circle.AllowsReentrancy ? RequestContext.AllowCallChainReentrancy() : default(IDisposable);
        var next = GrainFactory.GetGrain<ICircleGrain>(circle.Grains[(calls + 1) % circle.Grains.Count]);
        return await next.Pass(circle, calls + 1);
    }
}
