using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Interleave.Silo;

/// <summary>Finds the address at which others reach this machine, and tells addresses apart.</summary>
internal static class OwnAddress
{
    /// <summary>The address from which packets to a place would leave; where that is this machine itself, any other that it has.</summary>
    /// <returns>Null where this machine has no address but loopback.</returns>
    public static IPAddress? Towards(string host, int port)
    {
        var source = Resolve(host) is { } target ? SourceTo(target, port) : null;
        return source is not null && !IPAddress.IsLoopback(source) ? source : Any();
    }

    /// <summary>The address that leads to a place; null where there is no way.</summary>
    public static IPAddress? SourceTo(IPAddress target, int port)
    {
        try
        {
            // Nothing is sent: the system only looks up the way.
            using var socket = new Socket(target.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(target, port);
            return (socket.LocalEndPoint as IPEndPoint)?.Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    /// <summary>The address of a name, IPv4 where it has both; null where it does not resolve.</summary>
    public static IPAddress? Resolve(string host)
    {
        try
        {
            var addresses = Dns.GetHostAddresses(host);
            return addresses.FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork) ?? addresses.FirstOrDefault();
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            return null;
        }
    }

    public static bool IsEvery(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    /// <summary>Whether an address is for networks that the internet does not reach by itself (RFC 1918, 3927, 4193, 6598).</summary>
    public static bool IsPrivate(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
        }

        var bytes = address.GetAddressBytes();
        return bytes is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..];
    }

    private static IPAddress? Any() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}
