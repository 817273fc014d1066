namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Arrays that are filled again once the messages in them were taken: what passing a reference costs is not what allocating costs.</summary>
/// <remarks>So many that none is under way when its turn comes again: those in the queue, one that is being filled and one that is being read.</remarks>
internal sealed class MessageBuffers(MessageForm form)
{
    private readonly byte[][] _buffers = [.. Enumerable.Range(0, form.UnderWay + 2).Select(_ => new byte[form.Size])];
    private int _next;

    public byte[] Next()
    {
        var buffer = _buffers[_next];
        _next = (_next + 1) % _buffers.Length;
        return buffer;
    }
}
