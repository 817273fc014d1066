using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Interleave.Silo.Certificates;

namespace Interleave.Client.Clusters;

/// <summary>Finds out, where a gateway takes connections but no client, whether certificates are the reason.</summary>
internal static class GatewayProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong with how the client presents itself; null where that cannot be told.</summary>
    public static async Task<string?> FaultAsync(IPEndPoint gateway, TlsFiles? own, CancellationToken cancellationToken)
    {
        var identity = own is null ? null : TlsIdentity.Load(own, CertificatePurpose.OfClient);
        X509Certificate2? shown = null;
        var isRefused = await IsRefusedAsync(gateway, identity, certificate => shown = certificate, cancellationToken);
        using (shown)
        {
            return (shown, identity) switch
            {
                (not null, null) => $"The gateway at {gateway} takes only clients with a certificate: name yours by --certificate, and who " +
                    "signed it by --authority.",
                (null, not null) when isRefused => $"The gateway at {gateway} does not answer as TLS would: leave --certificate and --authority " +
                    "out, or start its silo with them.",
                (not null, not null) when !identity.Trusts(shown, CertificatePurpose.OfServer) =>
                    $"The gateway at {gateway} shows a certificate that --authority {own!.Authority} did not sign for a silo: name the authority " +
                        "of this cluster.",
                (not null, not null) when isRefused =>
                    $"The gateway at {gateway} refuses --certificate {own!.Certificate}: name one that the authority of this cluster signed.",
                _ => null,
            };
        }
    }

    /// <summary>Shakes hands as TLS does, and says nothing of its own.</summary>
    /// <returns>Whether the other side hung up after it.</returns>
    private static async Task<bool> IsRefusedAsync(
        IPEndPoint gateway, TlsIdentity? identity, Action<X509Certificate2> shown, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var tcp = new TcpClient(gateway.AddressFamily);
            await tcp.ConnectAsync(gateway, patience.Token);
            await using var tls = new SslStream(tcp.GetStream());
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = "silo",
                    ClientCertificates = identity is null ? null : [identity.Certificate],
                    RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                    {
                        var copy = X509CertificateLoader.LoadCertificate(certificate!.GetRawCertData());
                        shown(copy);
                        return identity?.Trusts(copy, CertificatePurpose.OfServer) == true;
                    },
                },
                patience.Token);
            // A certificate that is not wanted is refused only after the handshake (TLS 1.3); where it is, the other side waits for us to speak.
            return await tls.ReadAsync(new byte[1], patience.Token) == 0;
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or SocketException)
        {
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
