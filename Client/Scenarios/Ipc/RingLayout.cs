using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Where things lie in the memory of a ring: the semaphore of what is free, that of what is filled, and the places for messages.</summary>
internal sealed record RingLayout(MessageForm Form)
{
    public const int FreeAt = 0;
    public const int FilledAt = SharedSemaphore.Size;

    private const int FirstPlace = 2 * SharedSemaphore.Size;

    public int Length => FirstPlace + (Form.UnderWay * Form.Size);

    /// <summary>The places are filled one after the other, and again from the first.</summary>
    public Span<byte> PlaceOf(SharedMemory memory, long message) =>
        memory.Bytes.Slice(FirstPlace + ((int)(message % Form.UnderWay) * Form.Size), Form.Size);
}
