using System.Net;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;
using Orleans.Messaging;

namespace Interleave.Client.GrainRuntimes;

/// <summary>The gateways of a cluster on this machine, as its membership table has them now: silos that come are found, those that go are forgotten.</summary>
/// <param name="first">The gateways where the table tells none.</param>
internal sealed class FileGateways(ClusterFolder folder, IReadOnlyList<IPEndPoint> first) : IGatewayListProvider
{
    public static readonly TimeSpan RefreshPeriod = TimeSpan.FromSeconds(1);

    private readonly FileMembershipTable _table = new(folder, _ => { });

    public TimeSpan MaxStaleness => RefreshPeriod;

    public bool IsUpdatable => true;

    public Task InitializeGatewayListProvider() => Task.CompletedTask;

    public async Task<IList<Uri>> GetGateways()
    {
        try
        {
            var members = (await _table.ReadAll()).Members.Select(member => member.Item1);
            List<Uri> gateways =
            [
                .. members.Where(IsGateway).Select(member =>
                    UriOf(new IPEndPoint(member.SiloAddress.Endpoint.Address, member.ProxyPort), member.SiloAddress.Generation)),
            ];
            return gateways.Count > 0 ? gateways : Known();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            // The table is not there yet, gone or damaged: a client can only try those that it knew.
            return Known();
        }
    }

    private static bool IsGateway(MembershipEntry member) => member is { Status: SiloStatus.Active, ProxyPort: > 0 };

    private static Uri UriOf(IPEndPoint endpoint, int generation) => SiloAddress.New(endpoint, generation).ToGatewayUri();

    private List<Uri> Known() => [.. first.Select(gateway => UriOf(gateway, generation: 0))];
}
