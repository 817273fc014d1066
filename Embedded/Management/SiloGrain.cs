using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Management;

[OnEverySilo]
internal sealed class SiloGrain(Silo silo) : Grain, ISiloGrain
{
    public Task<SiloRuntimeStatistics> GetStatistics() => Task.FromResult(new SiloRuntimeStatistics(
        // The runtime's own grains are not what anybody means.
        silo.Catalog.Activations.Count(activation => activation.Class.Type.Assembly != typeof(SiloGrain).Assembly)));
}
