using System.Net;
using Interleave.Silo.Database;

namespace Interleave.Silo;

/// <summary>Where a silo listens, and where it tells others to find it.</summary>
internal sealed record SiloAddresses(IPAddress Listen, IPAddress Advertise)
{
    private const string OwnAddresses = "an address of this machine, such as 127.0.0.1";

    private static SiloAddresses Loopback { get; } = new(IPAddress.Loopback, IPAddress.Loopback);

    /// <param name="request">What was asked for.</param>
    /// <param name="database">Where silos of other machines find this one; null where all are on this machine.</param>
    /// <param name="fault">Told everything that is wrong; what is returned then is of no use.</param>
    public static SiloAddresses Read(SiloRequest request, PostgresConnection? database, Action<string> fault)
    {
        if (ReadListen(request, fault) is not { } listen)
        {
            return Loopback;
        }

        if (request.Kind == ClusteringKind.Localhost && !IPAddress.IsLoopback(listen))
        {
            var option = request.Listen is null ? "--listen-any" : $"--listen {request.Listen}";
            fault($"{option}: clustering by localhost stays on this machine; allowed: a loopback address, such as 127.0.0.1, or --clustering postgres");
        }
        else if (!IPAddress.IsLoopback(listen) && !OwnAddress.IsPrivate(listen) && !request.ListenAny)
        {
            fault($"--listen {listen}: the internet may reach this address; if that is meant, say --listen-any too, with --certificate and --authority");
        }

        return new SiloAddresses(listen, ReadAdvertise(request, listen, database, fault));
    }

    private static IPAddress? ReadListen(SiloRequest request, Action<string> fault)
    {
        if (request.Listen is null)
        {
            return request.ListenAny ? IPAddress.Any : IPAddress.Loopback;
        }

        if (IPAddress.TryParse(request.Listen, out var listen))
        {
            return listen;
        }

        fault($"--listen {request.Listen}: not an IP address; allowed: {OwnAddresses}");
        return null;
    }

    private static IPAddress ReadAdvertise(SiloRequest request, IPAddress listen, PostgresConnection? database, Action<string> fault)
    {
        if (request.Advertise is { } asked)
        {
            var address = OwnAddress.Resolve(asked);
            if (address is null)
            {
                fault($"--advertise {asked}: the name does not resolve; allowed: {OwnAddresses}, or a name that others can resolve too");
            }
            else if (OwnAddress.IsEvery(address))
            {
                fault($"--advertise {asked}: nobody can call this; allowed: one address or name by which others reach this machine");
            }

            return address ?? IPAddress.Loopback;
        }

        if (!OwnAddress.IsEvery(listen))
        {
            return listen;
        }

        var found = database is null ? IPAddress.Loopback : OwnAddress.Towards(database.Host, database.Port);
        if (found is null)
        {
            fault("--listen-any: this machine has no address that others could call; name one by --advertise");
        }

        return found ?? IPAddress.Loopback;
    }
}
