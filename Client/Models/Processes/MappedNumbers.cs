using System.Buffers;

namespace Interleave.Client.Models.Processes;

/// <summary>Numbers in memory that processes share, as the framework's own kind of memory.</summary>
internal sealed unsafe class MappedNumbers(SharedMemory memory, int offset, int count) : MemoryManager<long>
{
    private readonly long* _start = (long*)memory.AddressOf(offset, count * sizeof(long));

    /// <summary>Held, so that the memory stays mapped as long as somebody can reach its numbers.</summary>
    public SharedMemory Owner => memory;

    public override Span<long> GetSpan() => new(_start, count);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin()
    {
        // Mapped memory never moves.
    }

    protected override void Dispose(bool disposing)
    {
        // The memory belongs to its owner.
    }
}
