using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Interleave.Client.Clusters;

/// <summary>Tells whether a program listens at an address, without saying anything to it.</summary>
internal static class Listeners
{
    private const double MicrosecondsPerMillisecond = 1000;

    /// <summary>Whether one of the addresses takes a connection in time.</summary>
    public static bool AnyAt(IReadOnlyList<IPEndPoint> endpoints, TimeSpan limit)
    {
        var start = Stopwatch.GetTimestamp();
        var sockets = endpoints.Select(endpoint => new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false }).ToList();
        try
        {
            var pending = sockets.Where((socket, index) => BeginConnect(socket, endpoints[index])).ToList();
            while (pending.Count > 0 && Stopwatch.GetElapsedTime(start) < limit)
            {
                List<Socket> connected = [.. pending], failed = [.. pending];
                var left = limit - Stopwatch.GetElapsedTime(start);
                Socket.Select(null, connected, failed, (int)Math.Max(0, left.TotalMilliseconds * MicrosecondsPerMillisecond));
                if (connected.Any(socket => ErrorOf(socket) == SocketError.Success))
                {
                    return true;
                }

                pending = [.. pending.Except(connected).Except(failed)];
            }

            return false;
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    /// <summary>False where it failed at once.</summary>
    private static bool BeginConnect(Socket socket, IPEndPoint endpoint)
    {
        try
        {
            socket.Connect(endpoint);
            return true;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress;
        }
    }

    private static SocketError ErrorOf(Socket socket) =>
        (SocketError)(socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error) ?? SocketError.SocketError);
}
