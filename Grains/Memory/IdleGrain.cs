using Interleave.Grains.Location;

namespace Interleave.Grains.Memory;

/// <summary>Does nothing, and is there.</summary>
internal sealed class IdleGrain : Grain, IIdleGrain
{
    public Task Rest() => Task.CompletedTask;

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task<long> CollectGarbage()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Task.FromResult(GC.GetTotalMemory(forceFullCollection: false));
    }

    public Task<string> Silo() => ThisSilo.Name;
}
