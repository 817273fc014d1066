using System.Buffers.Binary;
using System.IO.Pipes;

namespace Interleave.Client.Scenarios.Switch;

/// <summary>Sends the ball through a pipe of the operating system, whether or not the other end is in another process.</summary>
internal sealed class PipeBox(PipeStream into, PipeStream outOf) : IBallBox
{
    private readonly byte[] _sent = new byte[sizeof(long)];
    private readonly byte[] _received = new byte[sizeof(long)];

    /// <summary>With both ends in this process.</summary>
    public static PipeBox Create()
    {
        var outOf = new AnonymousPipeServerStream(PipeDirection.In);
        return new PipeBox(new AnonymousPipeClientStream(PipeDirection.Out, outOf.ClientSafePipeHandle), outOf);
    }

    public void Put(long ball)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_sent, ball);
        into.Write(_sent);
    }

    public long Take()
    {
        outOf.ReadExactly(_received);
        return BinaryPrimitives.ReadInt64LittleEndian(_received);
    }

    public void Dispose()
    {
        into.Dispose();
        outOf.Dispose();
    }
}
