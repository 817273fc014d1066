using System.Net.Sockets;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Writes messages into a Unix socket under an abstract name, for which there is no file; see unix(7).</summary>
internal sealed class SocketSendingEnd : ISendingEnd
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly byte[] _message;
    private Socket? _socket;

    public SocketSendingEnd(MessageForm form)
    {
        _message = new byte[form.Size];
        Place = $"\0interleave-{Guid.NewGuid():N}";
        _listener.Bind(new UnixDomainSocketEndPoint(Place));
        _listener.Listen(backlog: 1);
    }

    public string Place { get; }

    public void Connected()
    {
        _socket = _listener.Accept();
        _listener.Dispose();
    }

    public Span<byte> Room(CancellationToken cancellation) => _message;

    public void Send(CancellationToken cancellation)
    {
        var socket = _socket ?? throw new InvalidOperationException("Nobody is connected.");
        for (var sent = 0; sent < _message.Length;)
        {
            sent += socket.Send(_message.AsSpan(sent));
        }
    }

    public void Break() => _socket?.Dispose();

    public void Dispose()
    {
        _listener.Dispose();
        _socket?.Dispose();
    }
}
