namespace Interleave.Embedded.Network;

/// <summary>Takes one frame; its bytes are gone afterwards.</summary>
internal delegate void FrameHandler(ReadOnlySpan<byte> frame);
