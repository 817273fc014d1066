using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Interleave.Silo.Certificates;

/// <summary>Finds out, before a connection is used, whether both sides agree about certificates.</summary>
internal static class TlsProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Shakes hands as TLS does, and says nothing of its own.</summary>
    /// <param name="endpoint">Where a silo listens, to other silos or to clients.</param>
    /// <param name="own">What this side proves itself by; null where it has nothing.</param>
    public static async Task<TlsFinding> AskAsync(IPEndPoint endpoint, TlsIdentity? own, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var tcp = new TcpClient(endpoint.AddressFamily);
        try
        {
            await tcp.ConnectAsync(endpoint, patience.Token);
        }
        catch (Exception exception) when (exception is SocketException || IsLate(exception, cancellationToken))
        {
            return TlsFinding.NoAnswer;
        }

        X509Certificate2? shown = null;
        var end = await ShakeHandsAsync(tcp, own, certificate => shown = certificate, patience.Token, cancellationToken);
        using (shown)
        {
            return (shown, own, end) switch
            {
                (null, _, HandshakeEnd.Late) => TlsFinding.NoAnswer,
                (null, null, _) => TlsFinding.Agrees,
                (null, not null, _) => TlsFinding.SpeaksNoTls,
                (not null, null, _) => TlsFinding.AsksForCertificate,
                (not null, not null, _) when !own.Trusts(shown, CertificatePurpose.OfServer) => TlsFinding.IsNotTrusted,
                (_, _, HandshakeEnd.HungUp) => TlsFinding.RefusesCertificate,
                _ => TlsFinding.Agrees,
            };
        }
    }

    private static async Task<HandshakeEnd> ShakeHandsAsync(
        TcpClient tcp, TlsIdentity? own, Action<X509Certificate2> shown, CancellationToken patience, CancellationToken cancellationToken)
    {
        try
        {
            await using var tls = new SslStream(tcp.GetStream());
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = "silo",
                    ClientCertificates = own is null ? null : [own.Certificate],
                    RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                    {
                        var copy = X509CertificateLoader.LoadCertificate(certificate!.GetRawCertData()); // A server always shows one.
                        shown(copy);
                        return own?.Trusts(copy, CertificatePurpose.OfServer) == true;
                    },
                },
                patience);
            // A certificate that is not wanted is refused only after the handshake (TLS 1.3); where it is, the other side waits for this one to speak.
            return await tls.ReadAsync(new byte[1], patience) == 0 ? HandshakeEnd.HungUp : HandshakeEnd.Done;
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or SocketException)
        {
            return HandshakeEnd.HungUp;
        }
        catch (Exception exception) when (IsLate(exception, cancellationToken))
        {
            return HandshakeEnd.Late;
        }
    }

    private static bool IsLate(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private enum HandshakeEnd
    {
        Done,
        HungUp,
        Late,
    }
}
