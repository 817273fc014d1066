namespace Interleave.Client.Judging.Claims;

/// <summary>Decides one claim from figures, and from nothing else.</summary>
/// <remarks>Every rule of this assembly is found by itself.</remarks>
internal interface IClaimRule
{
    /// <summary>The claim's id in <c>claims.yaml</c>.</summary>
    string Claim { get; }

    Ruling Judge(Evidence evidence);
}
