using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Management;

[StatelessWorker]
internal sealed class ManagementGrain(Silo silo) : Grain, IManagementGrain
{
    public Task<Dictionary<SiloAddress, SiloStatus>> GetHosts(bool onlyActive = false) =>
        Task.FromResult(silo.Directory.View.Members.ToDictionary(address => address, _ => SiloStatus.Active));

    public Task<SiloRuntimeStatistics[]> GetRuntimeStatistics(SiloAddress[] hostsIds) => Task.WhenAll(
        hostsIds.Select(address => GrainFactory.GetGrain<ISiloGrain>(address.ToString()).GetStatistics()));
}
