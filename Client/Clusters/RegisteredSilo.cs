using System.Net;
using Interleave.Silo;

namespace Interleave.Client.Clusters;

/// <summary>A silo that was started to run on, as it was noted down.</summary>
/// <param name="Seat">Held in the cluster's folder as long as the silo's process lives.</param>
internal sealed record RegisteredSilo(int Number, int ProcessId, string Seat, string Address, int SiloPort, int GatewayPort)
{
    public static RegisteredSilo From(int number, SiloReady ready) =>
        new(number, ready.ProcessId, ready.Seat, ready.Address, ready.SiloPort, ready.GatewayPort);

    public ClusterSilo ToSilo()
    {
        var address = IPAddress.Parse(Address);
        return new ClusterSilo(Number, ProcessId, new IPEndPoint(address, SiloPort), new IPEndPoint(address, GatewayPort));
    }
}
