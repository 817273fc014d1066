using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Membership;
using Interleave.Embedded.Placement;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Microsoft.Extensions.Logging;

namespace Interleave.Embedded.Network;

/// <summary>A silo's connections: to every other silo, from every other silo, and from its clients.</summary>
internal sealed class SiloNetwork : IConnectionOwner, IOwnerChannel, IDisposable
{
    private readonly Silo _silo;
    private readonly ClusterSecret _secret;
    private readonly FrameListener _listener;
    private readonly TaskCompletionSource _isJoined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly HashSet<CallConnection> _clients = [];
    private readonly Dictionary<SiloAddress, CallConnection> _callers = [];
    private readonly HostedParts _beingTold = new();
    private volatile ImmutableDictionary<SiloAddress, PeerSilo> _peers = ImmutableDictionary<SiloAddress, PeerSilo>.Empty;
    private Gateways _gateways = Gateways.None;

    public SiloNetwork(Silo silo, ClusterSecret secret, ILoggerFactory loggers)
    {
        _silo = silo;
        _secret = secret;
        _listener = new FrameListener(
            new Dictionary<IPEndPoint, Func<FrameSocket, Task>>
            {
                [silo.Options.SiloEndpoint] = socket => AcceptAsync(socket, isSilo: true),
                [silo.Options.GatewayEndpoint] = socket => AcceptAsync(socket, isSilo: false),
            },
            loggers);
    }

    public CallRouter Router => _silo;

    /// <summary>Whether calls are under way to other silos, or for clients.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_gate)
            {
                return _clients.Any(client => client.IsBusy) || _callers.Values.Any(caller => caller.IsBusy) || _peers.Values.Any(peer => peer.IsBusy);
            }
        }
    }

    /// <exception cref="IOException">A port is taken.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => _listener.StartAsync(cancellationToken);

    /// <summary>From now on clients are let in.</summary>
    public void OnJoined() => _isJoined.TrySetResult();

    /// <summary>Dials silos that have come, ends the connections to those that are gone, and tells clients.</summary>
    public void Adopt(MemberTable table)
    {
        lock (_gate)
        {
            var others = table.Members.Where(member => member.Silo != _silo.Address).ToDictionary(member => member.Silo);
            foreach (var (gone, peer) in _peers.Where(peer => !others.ContainsKey(peer.Key)))
            {
                _peers = _peers.Remove(gone);
                peer.Dispose();
                _callers.GetValueOrDefault(gone)?.Abort();
            }

            foreach (var (come, member) in others.Where(other => !_peers.ContainsKey(other.Key)))
            {
                var peer = new PeerSilo(_silo, member);
                _peers = _peers.Add(come, peer);
                peer.Start();
            }

            _gateways = table.ToGateways();
            foreach (var client in _clients)
            {
                client.SendControl(FrameKind.Members, _gateways);
            }
        }
    }

    /// <summary>Sends a call to another silo; false if it cannot be reached at this moment.</summary>
    public bool TrySend(SiloAddress to, Call call) => _peers.TryGetValue(to, out var peer) && peer.TrySend(call);

    /// <summary>A connection to another silo was made: whatever was said over the one before may be lost.</summary>
    public void OnReached(SiloAddress silo)
    {
        _silo.Directory.TellAgain(silo);
        _silo.TryHeldAgain();
    }

    public void Tell(SiloAddress owner, HostedGrains hosted)
    {
        if (_peers.TryGetValue(owner, out var peer))
        {
            foreach (var part in HostedParts.Of(hosted))
            {
                peer.SendControl(FrameKind.Hosted, part);
            }
        }
    }

    public void TellGone(SiloAddress owner, GrainId grain)
    {
        if (_peers.TryGetValue(owner, out var peer))
        {
            peer.SendControl(FrameKind.Gone, grain);
        }
    }

    public void OnControl(CallConnection from, FrameKind kind, WireReader said)
    {
        if (from.Silo is not { } silo || kind is not (FrameKind.Hosted or FrameKind.Gone))
        {
            throw new InvalidDataException($"{from.Peer} must not send {kind} frames.");
        }

        lock (_gate)
        {
            if (_callers.GetValueOrDefault(silo) != from)
            {
                // What comes late over an old connection is not true any more.
                return;
            }

            if (kind == FrameKind.Gone)
            {
                _silo.Directory.OnToldGone(silo, FrameSocket.ReadControl<GrainId>(said));
                return;
            }

            if (_beingTold.Add(silo, FrameSocket.ReadControl<HostedFrame>(said)) is { } hosted)
            {
                _silo.Directory.OnTold(silo, hosted);
                if (hosted.Version > _silo.Directory.View.Version)
                {
                    _silo.Watch.Hint();
                }
            }
        }
    }

    public void OnClosed(CallConnection connection, Exception? reason)
    {
        if (reason is not (null or IOException or ObjectDisposedException))
        {
            _silo.Log.Disconnected(connection.Peer, reason.Message);
        }

        lock (_gate)
        {
            _clients.Remove(connection);
            if (connection.Silo is { } silo && _callers.GetValueOrDefault(silo) == connection)
            {
                _callers.Remove(silo);
                _silo.Watch.Hint();
            }
        }
    }

    /// <summary>Ends all connections, after what waits to be sent.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        IEnumerable<CallConnection> taken;
        lock (_gate)
        {
            taken = [.. _clients, .. _callers.Values];
        }

        await Task.WhenAll(taken.Select(connection => connection.CloseAsync(cancellationToken)));
        await Task.WhenAll(_peers.Values.Select(peer => peer.CloseAsync(cancellationToken)));
        await _listener.StopAsync();
    }

    public void Dispose()
    {
        foreach (var peer in _peers.Values)
        {
            peer.Dispose();
        }

        _listener.Dispose();
    }

    private async Task AcceptAsync(FrameSocket socket, bool isSilo)
    {
        try
        {
            using var patience = new CancellationTokenSource(Handshake.Patience, _silo.TimeProvider);
            var hello = await Handshake.AcceptAsync(socket, _silo.Options.ClusterId, _secret, patience.Token);
            if (hello is null || hello.Silo is not null != isSilo)
            {
                _silo.Log.Refused(
                    socket.Peer?.ToString() ?? "somebody",
                    hello is null ? "it does not know the cluster's secret." : "clients dial the gateway, and silos do not.");
                await socket.CloseAsync(patience.Token);
                return;
            }

            if (!isSilo)
            {
                await _isJoined.Task.WaitAsync(patience.Token);
            }

            var connection = new CallConnection(socket, this, asks: false, hello.Silo);
            Admit(connection, socket, hello);
            await connection.RunAsync();
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or JsonException or OperationCanceledException)
        {
            _silo.Log.Refused(socket.Peer?.ToString() ?? "somebody", fault.Message);
        }
    }

    /// <remarks>The welcome is the first frame: nobody else sends anything before it is there.</remarks>
    private void Admit(CallConnection connection, FrameSocket socket, AcceptedHello hello)
    {
        lock (_gate)
        {
            socket.SendControl(FrameKind.Welcome, new Welcome(_silo.Address, hello.Proof, _gateways));
            if (hello.Silo is not { } silo)
            {
                _clients.Add(connection);
                return;
            }

            _callers.GetValueOrDefault(silo)?.Abort();
            _callers[silo] = connection;
            _beingTold.Forget(silo);
        }
    }
}
