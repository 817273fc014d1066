using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Interleave.Silo.Certificates;

namespace Interleave.Client.Clusters;

/// <summary>An authority that signs certificates for a trial: one for all silos, and one for all clients.</summary>
/// <remarks>Its private key is written too, so that more can be signed; who reads that file can join the cluster.</remarks>
internal static class TrialAuthority
{
    private const int SerialNumberBytes = 16;

    /// <summary>Clocks of other machines may be behind.</summary>
    private static readonly TimeSpan Allowance = TimeSpan.FromMinutes(10);

    /// <summary>Makes an authority and what it signs.</summary>
    /// <returns>By the name of the file, its content (PEM).</returns>
    public static IReadOnlyDictionary<string, string> Create(DateTimeOffset now, TimeSpan validity)
    {
        var (from, until) = (now - Allowance, now + validity);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Interleave trial authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(pathLengthConstraint: 0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var authority = request.CreateSelfSigned(from, until);
        return new Dictionary<string, string>
        {
            ["authority.pem"] = authority.ExportCertificatePem() + "\n",
            ["authority.key"] = key.ExportPkcs8PrivateKeyPem() + "\n",
            ["silo.pem"] = Sign(authority, "silo", CertificatePurpose.OfSilo, from, until),
            ["client.pem"] = Sign(authority, "client", CertificatePurpose.OfClient, from, until),
        };
    }

    private static string Sign(X509Certificate2 authority, string name, IReadOnlyList<Oid> purposes, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Interleave {name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity(critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(CollectionOf(purposes), critical: true));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var signed = request.Create(authority, from, until, RandomNumberGenerator.GetBytes(SerialNumberBytes));
        return $"{signed.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    private static OidCollection CollectionOf(IReadOnlyList<Oid> purposes)
    {
        var collection = new OidCollection();
        foreach (var purpose in purposes)
        {
            collection.Add(purpose);
        }

        return collection;
    }
}
