using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Takes messages out of a bounded queue that another process fills.</summary>
internal sealed class QueueReceivingEnd : IReceivingEnd
{
    private readonly PipeReceivingEnd _pipe;
    private readonly SharedMemory _memory;
    private readonly SharedSemaphore _free;

    public QueueReceivingEnd(MessageForm form, string place)
    {
        var (pipe, memory) = QueueSendingEnd.PlacesIn(place);
        _pipe = new PipeReceivingEnd(form, pipe);
        _memory = SharedMemory.Open(memory);
        _free = SharedSemaphore.Open(_memory, offset: 0);
    }

    public ReadOnlySpan<byte> Receive(CancellationToken cancellation)
    {
        var message = _pipe.Receive(cancellation);
        _free.Release();
        return message;
    }

    public void Dispose()
    {
        _pipe.Dispose();
        _memory.Dispose();
    }
}
