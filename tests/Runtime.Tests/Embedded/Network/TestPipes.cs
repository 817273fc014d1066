using System.Buffers;
using System.IO.Pipelines;
using Interleave.Embedded.Network;
using Microsoft.AspNetCore.Connections;

namespace Runtime.Tests.Embedded.Network;

/// <summary>A connection without a network, of which the test is the other end.</summary>
internal sealed class TestPipes
{
    private readonly Pipe _toSocket = new();
    private readonly Pipe _fromSocket = new();

    public TestPipes() => Connection = new DefaultConnectionContext(
        "test", new Ends(_toSocket.Reader, _fromSocket.Writer), new Ends(_fromSocket.Reader, _toSocket.Writer));

    public DefaultConnectionContext Connection { get; }

    /// <summary>Sends a frame, as the other end.</summary>
    public async Task SendAsync(byte[] frame) => await _toSocket.Writer.WriteAsync((byte[])[.. BitConverter.GetBytes(frame.Length), .. frame]);

    /// <summary>Closes the connection, as the other end.</summary>
    public void HangUp() => _toSocket.Writer.Complete();

    /// <summary>The kind of the first frame that was sent to the other end; null if none was.</summary>
    public FrameKind? Received() =>
        _fromSocket.Reader.TryRead(out var read) ? (FrameKind)read.Buffer.Slice(sizeof(int), 1).FirstSpan[0] : null;

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
