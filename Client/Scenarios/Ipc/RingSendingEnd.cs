using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Writes messages where the receiver reads them: nothing is copied on the way, and the system is called only to wait and to wake.</summary>
internal sealed class RingSendingEnd : ISendingEnd
{
    private readonly RingLayout _layout;
    private readonly SharedMemory _memory;
    private readonly SharedSemaphore _free;
    private readonly SharedSemaphore _filled;
    private long _sent;

    public RingSendingEnd(MessageForm form)
    {
        _layout = new RingLayout(form);
        _memory = SharedMemory.Create(_layout.Length);
        _free = SharedSemaphore.Create(_memory, RingLayout.FreeAt, form.UnderWay);
        _filled = SharedSemaphore.Create(_memory, RingLayout.FilledAt, value: 0);
    }

    public string Place => _memory.Path;

    public void Connected()
    {
        // The receiver has mapped the memory, and needs no path any more.
    }

    public Span<byte> Room(CancellationToken cancellation)
    {
        _free.Wait(cancellation);
        return _layout.PlaceOf(_memory, _sent);
    }

    public void Send(CancellationToken cancellation)
    {
        _sent++;
        _filled.Release();
    }

    public void Break()
    {
        // The receiver waits at a semaphore, which ends by its cancellation.
    }

    public void Dispose() => _memory.Dispose();
}
