using System.Net;
using Interleave.Silo.Certificates;
using Interleave.Silo.Database;

namespace Interleave.Silo;

/// <summary>Asks those that are in a cluster already whether a silo can join them, before it tries.</summary>
/// <remarks>
/// A silo that cannot talk to the others would be in the table of members all the same, be voted out after some seconds, and tell of it in a hundred lines
/// that name no cause.
/// </remarks>
internal static class FellowSilos
{
    /// <exception cref="CertificateException">They disagree with this silo about certificates.</exception>
    public static async Task ThrowUnlessTheyAgreeAsync(SiloOptions options, PostgresConnection database, CancellationToken cancellationToken)
    {
        foreach (var silo in new MembershipTable(database).Silos(options.ClusterId))
        {
            switch (await TlsProbe.AskAsync(silo, options.Tls, cancellationToken))
            {
                case TlsFinding.NoAnswer:
                    // It may have died, which is not known yet; the next one tells.
                    continue;
                case TlsFinding.Agrees:
                    return;
                case var finding:
                    throw new CertificateException(Reason(finding, silo, options.ClusterId));
            }
        }
    }

    private static string Reason(TlsFinding finding, IPEndPoint silo, string cluster) => finding switch
    {
        TlsFinding.AsksForCertificate =>
            $"--clustering postgres: the silo of the cluster '{cluster}' at {silo} takes only silos with a certificate; name this one's by --certificate, "
            + "and who signed it by --authority",
        TlsFinding.SpeaksNoTls =>
            $"--certificate: the silo of the cluster '{cluster}' at {silo} has none; allowed: certificates for all silos of a cluster, or for none of them",
        TlsFinding.IsNotTrusted =>
            $"--authority: it did not sign for the silo of the cluster '{cluster}' at {silo}; name the authority of this cluster",
        _ => $"--certificate: the silo of the cluster '{cluster}' at {silo} refuses it; name one that the authority of this cluster signed for a silo",
    };
}
