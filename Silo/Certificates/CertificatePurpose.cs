using System.Security.Cryptography;

namespace Interleave.Silo.Certificates;

/// <summary>What a certificate is good for: extended key usages (RFC 5280).</summary>
internal static class CertificatePurpose
{
    private static readonly Oid Server = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid Client = new("1.3.6.1.5.5.7.3.2");

    /// <summary>A silo is called, and calls other silos.</summary>
    public static IReadOnlyList<Oid> OfSilo { get; } = [Server, Client];

    /// <summary>The side that is called.</summary>
    public static IReadOnlyList<Oid> OfServer { get; } = [Server];

    /// <summary>The side that calls: silos, and clients, which must not pass for a silo.</summary>
    public static IReadOnlyList<Oid> OfClient { get; } = [Client];
}
