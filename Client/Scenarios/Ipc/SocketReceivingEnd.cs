using System.Net.Sockets;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Reads messages out of a Unix socket.</summary>
internal sealed class SocketReceivingEnd : IReceivingEnd
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly byte[] _message;

    public SocketReceivingEnd(MessageForm form, string place)
    {
        _message = new byte[form.Size];
        _socket.Connect(new UnixDomainSocketEndPoint(place));
    }

    public ReadOnlySpan<byte> Receive(CancellationToken cancellation)
    {
        for (var received = 0; received < _message.Length;)
        {
            var count = _socket.Receive(_message.AsSpan(received));
            received += count > 0 ? count : throw new EndOfStreamException("The sender closed its socket.");
        }

        return _message;
    }

    public void Dispose() => _socket.Dispose();
}
