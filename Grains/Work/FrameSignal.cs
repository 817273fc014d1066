using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Interleave.Grains.Work;

/// <summary>Tells the one who watches a run that a spinner shows a frame, by a datagram on this machine; where nobody watches, it does nothing.</summary>
/// <remarks>It comes from the process that shows the frame, whichever that is: a worker, a process of a pool, a silo.</remarks>
public static class FrameSignal
{
    /// <summary>Names the port of the one who watches, in the environment of every process of the run.</summary>
    public const string Variable = "INTERLEAVE_FRAME_PORT";

    private static readonly byte[] Frame = [1];
    private static readonly UdpClient? Watcher = Connect(Environment.GetEnvironmentVariable(Variable));

    public static void Send()
    {
        try
        {
            Watcher?.Send(Frame);
        }
        catch (SocketException)
        {
            // Nobody watches any more.
        }
    }

    private static UdpClient? Connect(string? port)
    {
        if (!ushort.TryParse(port, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var watcher = new UdpClient();
        watcher.Connect(IPAddress.Loopback, number);
        return watcher;
    }
}
