using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Reads messages where the sender wrote them.</summary>
internal sealed class RingReceivingEnd : IReceivingEnd
{
    private readonly RingLayout _layout;
    private readonly SharedMemory _memory;
    private readonly SharedSemaphore _free;
    private readonly SharedSemaphore _filled;
    private long _received;

    public RingReceivingEnd(MessageForm form, string place)
    {
        _layout = new RingLayout(form);
        _memory = SharedMemory.Open(place);
        _free = SharedSemaphore.Open(_memory, RingLayout.FreeAt);
        _filled = SharedSemaphore.Open(_memory, RingLayout.FilledAt);
    }

    public ReadOnlySpan<byte> Receive(CancellationToken cancellation)
    {
        if (_received > 0)
        {
            _free.Release(); // The message before this one was read.
        }

        _filled.Wait(cancellation);
        return _layout.PlaceOf(_memory, _received++);
    }

    public void Dispose() => _memory.Dispose();
}
