using Interleave.Silo.Certificates;
using Orleans.Configuration;
using Orleans.Connections.Security;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>TLS both ways: between silos, and with clients.</summary>
internal static class SiloTls
{
    public static void AddTo(ISiloBuilder silo, TlsIdentity own) => silo.Configure<SiloConnectionOptions>(connections =>
    {
        // A client's certificate opens the gateway, and does not make it a silo.
        connections.ConfigureGatewayInboundConnection(connection => connection.UseServerTls(Asking(own, CertificatePurpose.OfClient)));
        connections.ConfigureSiloInboundConnection(connection => connection.UseServerTls(Asking(own, CertificatePurpose.OfSilo)));
        connections.ConfigureSiloOutboundConnection(connection => connection.UseClientTls(Asking(own, CertificatePurpose.OfSilo)));
    });

    /// <param name="own">What this process proves itself by, and whom it trusts.</param>
    /// <param name="purposes">What the other side's certificate must be good for.</param>
    public static TlsOptions Asking(TlsIdentity own, IReadOnlyList<System.Security.Cryptography.Oid> purposes) => new()
    {
        LocalCertificate = own.Certificate,
        RemoteCertificateMode = RemoteCertificateMode.RequireCertificate,
        ClientCertificateMode = RemoteCertificateMode.RequireCertificate,
        RemoteCertificateValidation = (certificate, _, _) => own.Trusts(certificate, purposes),
        OnAuthenticateAsClient = (_, options) => options.TargetHost = "silo",
    };
}
