namespace Interleave.Embedded.Streaming;

/// <summary>What the consumer of a stream asks of its producer.</summary>
internal enum StreamStep : byte
{
    Open,
    Next,
    Close,
}
