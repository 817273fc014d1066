using System.Net;
using Interleave.Silo.Certificates;

namespace Interleave.Client.Clusters;

/// <summary>Finds out, where a gateway takes connections but no client, whether certificates are the reason.</summary>
internal static class GatewayProbe
{
    /// <summary>What is wrong with how the client presents itself; null where that cannot be told.</summary>
    public static async Task<string?> FaultAsync(IPEndPoint gateway, TlsFiles? own, CancellationToken cancellationToken)
    {
        var identity = own is null ? null : TlsIdentity.Load(own, CertificatePurpose.OfClient);
        return await TlsProbe.AskAsync(gateway, identity, cancellationToken) switch
        {
            TlsFinding.AsksForCertificate =>
                $"The gateway at {gateway} takes only clients with a certificate: name yours by --certificate, and who signed it by --authority.",
            TlsFinding.SpeaksNoTls =>
                $"The gateway at {gateway} does not answer as TLS would: leave --certificate and --authority out, or start its silo with them.",
            TlsFinding.IsNotTrusted =>
                $"The gateway at {gateway} shows a certificate that --authority {own?.Authority} did not sign for a silo: name the authority of this cluster.",
            TlsFinding.RefusesCertificate =>
                $"The gateway at {gateway} refuses --certificate {own?.Certificate}: name one that the authority of this cluster signed.",
            _ => null,
        };
    }
}
