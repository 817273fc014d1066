namespace Interleave.Embedded.Network;

/// <summary>How a process introduces itself: to which cluster it wants to belong, and, if it is a silo, where it is.</summary>
[GenerateSerializer]
internal sealed record Hello(int Version, string ClusterId, ClusterMember? Silo)
{
    /// <summary>Raised whenever frames change, so that processes of two versions part with a clear word.</summary>
    public const int CurrentVersion = 3;

    /// <summary>Why this one cannot be let in; null if it can.</summary>
    public string? Refusal(string clusterId) =>
        Version != CurrentVersion ? $"it speaks version {Version}, this silo speaks version {CurrentVersion}."
        : ClusterId != clusterId ? $"this is the cluster '{clusterId}', not '{ClusterId}'."
        : null;
}
