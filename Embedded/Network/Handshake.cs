using System.Security.Cryptography;
using Interleave.Embedded.Membership;

namespace Interleave.Embedded.Network;

/// <summary>The first frames of a connection, by which both ends prove to each other that they know the cluster's secret, without telling it.</summary>
internal static class Handshake
{
    /// <summary>How long it may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int LargestFrame = 1 << 12;
    private const int LargestWelcome = 1 << 20;
    private const int NonceLength = 32;
    private const string Dialler = "dialler";
    private const string Listener = "listener";

    /// <summary>The end that dialled: says who it is, and makes sure of the other end.</summary>
    /// <exception cref="OrleansException">One of the two was refused.</exception>
    public static async Task<Welcome> DialAsync(FrameSocket socket, string clusterId, string folder, SiloAddress? self, CancellationToken cancellationToken)
    {
        var challenge = await socket.ReadControlAsync<Challenge>(FrameKind.Challenge, LargestFrame, cancellationToken);
        if (challenge.Mismatch(clusterId) is { } mismatch)
        {
            throw new OrleansException($"The silo at {socket.Peer} is none of this cluster: {mismatch}");
        }

        var secret = ClusterSecret.Read(folder);
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        socket.SendControl(FrameKind.Hello, new Hello(self, nonce, secret.Prove(Dialler, challenge.Nonce, nonce)));
        var welcome = await socket.ReadControlAsync<Welcome>(FrameKind.Welcome, LargestWelcome, cancellationToken);
        if (!secret.IsProven(welcome.Proof ?? [], Listener, nonce, challenge.Nonce))
        {
            throw new OrleansException($"The process that listens at {socket.Peer} does not know the secret of the cluster '{clusterId}'.");
        }

        if (welcome.Silo is null || welcome.Gateways is null)
        {
            throw new InvalidDataException("A silo says welcome and leaves out who it is.");
        }

        welcome.Gateways.Checked();
        return welcome;
    }

    /// <summary>The end that was dialled: null where the other end was turned away, which it has been told then.</summary>
    public static async Task<AcceptedHello?> AcceptAsync(FrameSocket socket, string clusterId, ClusterSecret secret, CancellationToken cancellationToken)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        socket.SendControl(FrameKind.Challenge, new Challenge(Challenge.CurrentVersion, clusterId, nonce));
        var hello = await socket.ReadControlAsync<Hello>(FrameKind.Hello, LargestFrame, cancellationToken);
        if (hello.Nonce is { Length: NonceLength } asked
            && hello.Proof is { Length: ClusterSecret.ProofLength }
            && secret.IsProven(hello.Proof, Dialler, nonce, asked))
        {
            return new AcceptedHello(hello.Silo, secret.Prove(Listener, asked, nonce));
        }

        socket.SendControl(FrameKind.Refusal, "it does not know the secret of this cluster.");
        return null;
    }
}
