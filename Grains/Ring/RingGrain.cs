using Interleave.Grains.Location;

namespace Interleave.Grains.Ring;

/// <summary>Passes on what it gets, as long as there are hops left.</summary>
internal sealed class RingGrain : Grain, IRingGrain
{
    private IRingGrain? _next;
    private TaskCompletionSource _nextEnd = new();
    private int _ended;
    private long _hops;

    public Task Join(long next)
    {
        _next = GrainFactory.GetGrain<IRingGrain>(next);
        return Task.CompletedTask;
    }

    public Task Pass(int hopsLeft)
    {
        if (hopsLeft > 0)
        {
            _hops++;
            return _next!.Pass(hopsLeft - 1); // It has joined before the first token comes.
        }

        _ended++;
        var end = _nextEnd;
        _nextEnd = new TaskCompletionSource();
        end.SetResult();
        return Task.CompletedTask;
    }

    public async Task End(int tokens)
    {
        while (_ended < tokens)
        {
            await _nextEnd.Task;
        }
    }

    public Task<long> Hops() => Task.FromResult(_hops);

    public Task<string> Silo() => ThisSilo.Name;
}
