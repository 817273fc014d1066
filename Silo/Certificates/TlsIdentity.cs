using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Interleave.Silo.Certificates;

/// <summary>What a process proves itself by, and whom it trusts: those with a certificate of one authority, and nobody else.</summary>
/// <remarks>Names are not compared: silos are reached at addresses that change, and belong to a cluster by what the authority signed for them.</remarks>
internal sealed class TlsIdentity
{
    private readonly X509Certificate2 _authority;

    private TlsIdentity(X509Certificate2 certificate, X509Certificate2 authority) => (Certificate, _authority) = (certificate, authority);

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <param name="files">Where they are.</param>
    /// <param name="purposes">What the certificate must be good for.</param>
    /// <exception cref="CertificateException">They cannot be used.</exception>
    public static TlsIdentity Load(TlsFiles files, IReadOnlyList<Oid> purposes)
    {
        var authority = Read("--authority", files.Authority, X509CertificateLoader.LoadCertificateFromFile);
        var certificate = Read("--certificate", files.Certificate, file => X509Certificate2.CreateFromPemFile(file));
        var identity = new TlsIdentity(Usable(certificate), authority);
        return identity.Distrust(certificate, purposes) is { } reason
            ? throw new CertificateException($"--certificate {files.Certificate}: not good for this by {files.Authority} ({reason}); name one " +
                "that this authority signed for it")
            : identity;
    }

    /// <summary>Whether the authority signed this certificate for these purposes, and it is valid now.</summary>
    public bool Trusts(X509Certificate2 other, IReadOnlyList<Oid> purposes) => Distrust(other, purposes) is null;

    private string? Distrust(X509Certificate2 other, IReadOnlyList<Oid> purposes)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        foreach (var purpose in purposes)
        {
            chain.ChainPolicy.ApplicationPolicy.Add(purpose);
        }

        return chain.Build(other) ? null : string.Join(", ", chain.ChainStatus.Select(status => status.StatusInformation.Trim()).Distinct());
    }

    private static X509Certificate2 Read(string option, string file, Func<string, X509Certificate2> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || !File.Exists(file))
        {
            throw new CertificateException($"{option} {file}: cannot be read; name a PEM file, such as 'interleave cluster certificates' makes", exception);
        }
        catch (CryptographicException exception)
        {
            var needed = option == "--certificate" ? "a certificate and its private key" : "a certificate";
            throw new CertificateException($"{option} {file}: it does not hold {needed} ({exception.Message.TrimEnd('.')}); allowed: PEM", exception);
        }
    }

    /// <remarks>Windows takes for TLS only keys that are stored, be it for a moment.</remarks>
    private static X509Certificate2 Usable(X509Certificate2 certificate) => OperatingSystem.IsWindows()
        ? X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null)
        : certificate;
}
