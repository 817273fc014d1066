using Orleans.Runtime.Placement;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>Finds the silo that a grain's key names.</summary>
internal sealed class OnNamedSiloDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var name = target.GrainIdentity.Key.ToString();
        return Task.FromResult(context.GetCompatibleSilos(target).FirstOrDefault(silo => silo.ToString() == name)
            ?? throw new OrleansException($"The silo {name} is not active."));
    }
}
