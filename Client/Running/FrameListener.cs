using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Interleave.Grains.Work;

namespace Interleave.Client.Running;

/// <summary>Hears of every frame that any process of the run shows.</summary>
internal sealed class FrameListener : IDisposable
{
    private readonly UdpClient _port = new(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>What processes must find in their environment to be heard.</summary>
    public (string Name, string Value) Variable =>
        (FrameSignal.Variable, ((IPEndPoint)_port.Client.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture)); // It is bound.

    /// <summary>Calls <paramref name="onFrame"/> for each frame, until it is cancelled.</summary>
    public async Task ListenAsync(Action onFrame, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await _port.ReceiveAsync(cancellation);
                onFrame();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The last spinner has stopped.
        }
    }

    public void Dispose() => _port.Dispose();
}
