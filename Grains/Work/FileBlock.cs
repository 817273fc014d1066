namespace Interleave.Grains.Work;

/// <summary>Reads blocks of a file, each in a call of the system of its own, and nothing ahead of what is asked for.</summary>
public static class FileBlock
{
    public static WaitReply Read(FileRequest request)
    {
        using var file = File.OpenHandle(request.Path, options: FileOptions.RandomAccess);
        var block = new byte[request.Bytes];
        return ReplyOf(block, RandomAccess.Read(file, block, request.Block * request.Bytes));
    }

    /// <remarks>Linux offers .NET no read that completes by itself: a thread of the pool blocks for it, which is what awaiting a file comes to.</remarks>
    public static async Task<WaitReply> ReadAsync(FileRequest request, CancellationToken cancellation)
    {
        using var file = File.OpenHandle(request.Path, options: FileOptions.RandomAccess | FileOptions.Asynchronous);
        var block = new byte[request.Bytes];
        return ReplyOf(block, await RandomAccess.ReadAsync(file, block, request.Block * request.Bytes, cancellation));
    }

    /// <summary>Writes a block as it is to be read.</summary>
    public static void Number(Span<byte> block, long number) => BitConverter.TryWriteBytes(block, number);

    private static WaitReply ReplyOf(byte[] block, int bytes) => new(BitConverter.ToInt64(block), bytes, TimeSpan.Zero, Environment.ProcessId);
}
