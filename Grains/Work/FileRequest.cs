namespace Interleave.Grains.Work;

/// <summary>Asks for one block of a file, whose first bytes are the block's own number.</summary>
[GenerateSerializer, Immutable]
public sealed record FileRequest(string Path, long Block, int Bytes) : IoRequest;
