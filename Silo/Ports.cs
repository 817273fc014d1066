using System.Net;
using System.Net.Sockets;

namespace Interleave.Silo;

/// <summary>Finds ports to listen on; the caller may still lose the port to another process before it listens.</summary>
internal static class Ports
{
    public static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>A free port of the system's choice, unlikely to be given to another process soon.</summary>
    public static int AnyFree(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static int NextFree(IPAddress address, int first)
    {
        for (var port = first; port <= IPEndPoint.MaxPort; port++)
        {
            if (IsFree(address, port))
            {
                return port;
            }
        }

        throw new IOException($"No port from {first} to {IPEndPoint.MaxPort} is free on {address}.");
    }

    /// <summary>Whether an exception, or one inside it, says that a port was taken.</summary>
    public static bool WasTaken(Exception exception) => exception switch
    {
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => true,
        AggregateException aggregate => aggregate.InnerExceptions.Any(WasTaken),
        { InnerException: { } inner } => WasTaken(inner),
        _ => false,
    };
}
