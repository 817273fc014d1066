namespace Interleave.Embedded.Placement;

/// <summary>What one silo still has of another's grains, by a version of the cluster; from now on it takes no more of them.</summary>
internal sealed record HostedGrains(long Version, IReadOnlyList<GrainId> Grains);
