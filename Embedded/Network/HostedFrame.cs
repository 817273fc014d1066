namespace Interleave.Embedded.Network;

/// <summary>A part of what one silo still has of another's grains.</summary>
[GenerateSerializer, Immutable]
internal sealed record HostedFrame(long Version, GrainId[] Grains, bool IsFirst, bool IsLast);
