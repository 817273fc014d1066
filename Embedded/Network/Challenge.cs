namespace Interleave.Embedded.Network;

/// <summary>What a silo says to a peer that connects; it is no secret.</summary>
/// <param name="Version">Of the frames.</param>
/// <param name="ClusterId">Which cluster this is.</param>
/// <param name="Nonce">Never used before: to prove that one knows the cluster's secret.</param>
[GenerateSerializer, Immutable]
internal sealed record Challenge(int Version, string ClusterId, byte[] Nonce)
{
    /// <summary>Raised whenever frames change, so that processes of two versions part with a clear word.</summary>
    public const int CurrentVersion = 4;

    /// <summary>Why the end that dialled has no business here; null if it has.</summary>
    public string? Mismatch(string clusterId) =>
        Version != CurrentVersion ? $"it speaks version {Version}, this program speaks version {CurrentVersion}."
        : ClusterId != clusterId ? $"this is the cluster '{ClusterId}', not '{clusterId}'."
        : null;
}
