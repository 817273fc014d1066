namespace Interleave.Grains.Ipc;

/// <summary>Messages with neighbouring numbers that one unit sends to another.</summary>
/// <param name="Size">The bytes of each.</param>
/// <param name="UnderWay">How many may be sent before the first has come.</param>
[GenerateSerializer, Immutable]
public sealed record MessageBatch(long First, int Count, int Size, int UnderWay);
