using Interleave.Grains.Location;

namespace Interleave.Grains.Switch;

/// <summary>Throws the ball, or throws it back.</summary>
internal sealed class PingPongGrain : Grain, IPingPongGrain
{
    private long _returned;

    public async Task Play(long partner, int trips)
    {
        var pong = GrainFactory.GetGrain<IPingPongGrain>(partner);
        for (var trip = 0; trip < trips; trip++)
        {
            await pong.Return();
        }
    }

    public Task Return()
    {
        _returned++;
        return Task.CompletedTask;
    }

    public Task<long> Returned() => Task.FromResult(_returned);

    public Task<string> Silo() => ThisSilo.Name;
}
