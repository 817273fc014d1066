using System.IO.Pipes;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Writes messages into an anonymous pipe, which is gone with the last that holds it.</summary>
internal sealed class PipeSendingEnd(MessageForm form) : ISendingEnd
{
    private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.Out);
    private readonly byte[] _message = new byte[form.Size];

    public string Place => SharedMemory.PathOf(_pipe.ClientSafePipeHandle.DangerousGetHandle());

    /// <remarks>Only then does the pipe break with its other end.</remarks>
    public void Connected() => _pipe.DisposeLocalCopyOfClientHandle();

    public Span<byte> Room(CancellationToken cancellation) => _message;

    public void Send(CancellationToken cancellation) => _pipe.Write(_message);

    public void Break() => _pipe.Dispose();

    public void Dispose() => _pipe.Dispose();
}
