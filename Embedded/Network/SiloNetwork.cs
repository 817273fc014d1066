using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>A silo's connections: to every other silo, and to its clients.</summary>
/// <remarks>A silo joins by asking the first one who is there and dialling them all. After that no silo is special.</remarks>
internal sealed class SiloNetwork : IConnectionOwner, IDisposable
{
    private static readonly TimeSpan Redial = TimeSpan.FromMilliseconds(100);

    private readonly Silo _silo;
    private readonly ClusterMember _self;
    private readonly Membership _membership;
    private readonly Lock _gate = new();
    private readonly HashSet<CallConnection> _connections = [];
    private FrameListener? _silos;
    private FrameListener? _gateway;

    public SiloNetwork(Silo silo)
    {
        _silo = silo;
        _self = new ClusterMember(silo.Address, silo.Options.GatewayEndpoint);
        _membership = new Membership(_self, silo.Log);
    }

    public ClusterView View => _membership.View;

    public CallRouter Router => _silo;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _silos = new FrameListener(_silo.Options.SiloEndpoint);
        _gateway = new FrameListener(_silo.Options.GatewayEndpoint);
        _silos.Start(socket => Adopt(socket));
        if (_silo.Options.PrimarySiloEndpoint is { } primary && !primary.Equals(_silo.Options.SiloEndpoint))
        {
            await JoinAsync(primary, cancellationToken);
        }

        _gateway.Start(socket => Adopt(socket));
    }

    /// <summary>Tells everybody that no more requests are taken; answers still go out.</summary>
    public void Leave()
    {
        _silos?.Dispose();
        _gateway?.Dispose();
        _membership.Leave();
        foreach (var connection in Connections())
        {
            connection.SendControl(FrameKind.Leaving, _self);
        }
    }

    public Task CloseAsync(CancellationToken cancellationToken) => Task.WhenAll(Connections().Select(connection => connection.CloseAsync(cancellationToken)));

    public void Dispose()
    {
        _silos?.Dispose();
        _gateway?.Dispose();
        foreach (var connection in Connections())
        {
            connection.Dispose();
        }
    }

    public void OnControl(CallConnection from, FrameKind kind, JsonElement said)
    {
        switch (kind)
        {
            case FrameKind.Hello:
                OnHello(from, said.Deserialize<Hello>(GrainJson.Options)!); // Never sent empty.
                break;
            case FrameKind.Welcome:
                var members = said.Deserialize<ClusterMember[]>(GrainJson.Options)!; // Nor this.
                // The one that answers comes first.
                _membership.Add(from, members[0]);
                _silo.GiveUpForeign();
                from.Welcomed.TrySetResult(members);
                break;
            case FrameKind.Refusal:
                from.Welcomed.TrySetException(new OrleansException($"The silo at {from.Peer} refused this one: {said.GetString()}"));
                break;
            case FrameKind.Leaving:
                _membership.Remove(from, isExpected: true);
                break;
            default:
                throw new InvalidDataException($"A silo does not take {kind} frames.");
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
            _connections.Remove(connection);
        }

        connection.Welcomed.TrySetException(new SiloUnavailableException($"The silo at {connection.Peer} hung up."));
        _membership.Remove(connection, isExpected: false);
    }

    private async Task JoinAsync(IPEndPoint primary, CancellationToken cancellationToken)
    {
        var members = await DialAsync(primary, isPatient: true, cancellationToken);
        foreach (var member in members.Skip(1).Where(member => member.Silo != _self.Silo))
        {
            try
            {
                await DialAsync(member.Silo.Endpoint, isPatient: false, cancellationToken);
            }
            catch (Exception fault) when (fault is SocketException or SiloUnavailableException)
            {
                // It died meanwhile; the others notice that too.
                _silo.Log.Disconnected(member.Silo.ToString(), fault.Message);
            }
        }
    }

    private async Task<ClusterMember[]> DialAsync(IPEndPoint endPoint, bool isPatient, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var connection = Adopt(await FrameSocket.ConnectAsync(endPoint, cancellationToken));
                connection.SendControl(FrameKind.Hello, new Hello(Hello.CurrentVersion, _silo.Options.ClusterId, _self));
                return await connection.Welcomed.Task.WaitAsync(cancellationToken);
            }
            catch (SocketException) when (isPatient)
            {
                // The first silo may be starting, too.
                await Task.Delay(Redial, _silo.TimeProvider, cancellationToken);
            }
        }
    }

    private CallConnection Adopt(FrameSocket socket)
    {
        var connection = new CallConnection(socket, this);
        lock (_gate)
        {
            _connections.Add(connection);
        }

        connection.Start();
        return connection;
    }

    private CallConnection[] Connections()
    {
        lock (_gate)
        {
            return [.. _connections];
        }
    }

    private void OnHello(CallConnection from, Hello hello)
    {
        if (hello.Refusal(_silo.Options.ClusterId) is { } refusal)
        {
            _silo.Log.Refused(from.Peer, refusal);
            from.SendControl(FrameKind.Refusal, refusal);
            _ = from.CloseAsync(CancellationToken.None);
            return;
        }

        _membership.Welcome(from, hello.Silo);
        if (hello.Silo is not null)
        {
            _silo.GiveUpForeign();
        }
    }
}
