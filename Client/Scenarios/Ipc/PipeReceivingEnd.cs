namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Reads messages out of a pipe that a unit of this process or of another one holds.</summary>
internal sealed class PipeReceivingEnd(MessageForm form, string place) : IReceivingEnd
{
    private readonly FileStream _pipe = new(place, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
    private readonly byte[] _message = new byte[form.Size];

    public ReadOnlySpan<byte> Receive(CancellationToken cancellation)
    {
        _pipe.ReadExactly(_message);
        return _message;
    }

    public void Dispose() => _pipe.Dispose();
}
