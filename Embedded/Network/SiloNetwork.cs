using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>A silo's connections: to every other silo, and to its clients; who is connected is a member.</summary>
/// <remarks>A silo joins by asking the first one who is there and dialling them all. After that no silo is special.</remarks>
internal sealed class SiloNetwork : IConnectionOwner, IDisposable
{
    private static readonly TimeSpan Redial = TimeSpan.FromMilliseconds(100);

    private readonly Silo _silo;
    private readonly ClusterMember _self;
    private readonly Lock _gate = new();
    private readonly Dictionary<SiloAddress, ClusterMember> _members = [];
    private readonly HashSet<CallConnection> _clients = [];
    private readonly HashSet<CallConnection> _all = [];
    private FrameListener? _silos;
    private FrameListener? _gateway;
    private bool _leaving;

    public SiloNetwork(Silo silo)
    {
        _silo = silo;
        _self = new ClusterMember(silo.Address, silo.Options.GatewayEndpoint);
        View = new ClusterView(silo.Address, ImmutableDictionary<SiloAddress, CallConnection>.Empty);
    }

    public ClusterView View { get; private set; }

    public CallRouter Router => _silo;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _silos = new FrameListener(_silo.Options.SiloEndpoint);
        _gateway = new FrameListener(_silo.Options.GatewayEndpoint);
        _silos.Start(Accept);
        if (_silo.Options.PrimarySiloEndpoint is { } primary && !primary.Equals(_silo.Options.SiloEndpoint))
        {
            await JoinAsync(primary, cancellationToken);
        }

        _gateway.Start(Accept);
    }

    /// <summary>Tells everybody that no more requests are taken; answers still go out.</summary>
    public void Leave()
    {
        _silos?.Dispose();
        _gateway?.Dispose();
        lock (_gate)
        {
            _leaving = true;
            View = new ClusterView(null, View.Peers);
            foreach (var connection in _all)
            {
                connection.SendControl(FrameKind.Leaving, static _ => { });
            }
        }
    }

    public Task CloseAsync(CancellationToken cancellationToken)
    {
        CallConnection[] all;
        lock (_gate)
        {
            all = [.. _all];
        }

        return Task.WhenAll(all.Select(connection => connection.CloseAsync(cancellationToken)));
    }

    public void Dispose()
    {
        _silos?.Dispose();
        _gateway?.Dispose();
        lock (_gate)
        {
            foreach (var connection in _all)
            {
                connection.Dispose();
            }
        }
    }

    public void OnRequest(CallConnection from, long id, ref WireReader reader)
    {
        var call = RequestFrame.Read(ref reader, _silo.Classes);
        if (id != 0)
        {
            call.Origin = from;
            call.OriginId = id;
            from.Track(call);
        }

        _silo.Route(call);
    }

    public void OnControl(CallConnection from, FrameKind kind, ref WireReader reader)
    {
        switch (kind)
        {
            case FrameKind.Hello:
                Welcome(from, ref reader);
                break;
            case FrameKind.Welcome:
                var members = ClusterMember.ReadAll(ref reader);
                // The one that answers comes first.
                Admit(from, members[0]);
                from.Welcomed.TrySetResult(members);
                break;
            case FrameKind.Refusal:
                from.Welcomed.TrySetException(new OrleansException($"The silo at {from.Peer} refused this one: {reader.Text()}"));
                break;
            case FrameKind.Leaving:
                Remove(from, isExpected: true);
                break;
            default:
                throw new InvalidDataException($"A silo does not take {kind} frames.");
        }
    }

    public void OnClosed(CallConnection connection, Exception? reason)
    {
        if (reason is InvalidDataException)
        {
            _silo.Log.Disconnected(connection.Peer, reason.Message);
        }

        lock (_gate)
        {
            _all.Remove(connection);
            _clients.Remove(connection);
        }

        connection.Welcomed.TrySetException(new SiloUnavailableException($"The silo at {connection.Peer} hung up."));
        Remove(connection, isExpected: false);
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

    private async Task<IReadOnlyList<ClusterMember>> DialAsync(IPEndPoint endPoint, bool isPatient, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var connection = Adopt(await FrameSocket.ConnectAsync(endPoint, cancellationToken));
                connection.SendControl(FrameKind.Hello, new Hello(_silo.Options.ClusterId, _self).Write);
                return await connection.Welcomed.Task.WaitAsync(cancellationToken);
            }
            catch (SocketException) when (isPatient)
            {
                // The first silo may be starting, too.
                await Task.Delay(Redial, _silo.TimeProvider, cancellationToken);
            }
        }
    }

    private void Accept(FrameSocket socket) => Adopt(socket);

    private CallConnection Adopt(FrameSocket socket)
    {
        var connection = new CallConnection(socket, this);
        lock (_gate)
        {
            _all.Add(connection);
        }

        connection.Start();
        return connection;
    }

    private void Welcome(CallConnection from, ref WireReader reader)
    {
        string? refusal = null;
        Hello? hello = null;
        try
        {
            hello = Hello.Read(ref reader);
            refusal = hello.ClusterId == _silo.Options.ClusterId ? null : $"this is the cluster '{_silo.Options.ClusterId}', not '{hello.ClusterId}'.";
        }
        catch (InvalidDataException fault)
        {
            refusal = fault.Message;
        }

        if (refusal is not null)
        {
            _silo.Log.Refused(from.Peer, refusal);
            from.SendControl(FrameKind.Refusal, writer => writer.Text(refusal));
            _ = from.CloseAsync(CancellationToken.None);
            return;
        }

        if (hello?.Silo is { } member)
        {
            Admit(from, member);
        }

        lock (_gate)
        {
            from.SendControl(FrameKind.Welcome, writer => ClusterMember.WriteAll(writer, Members));
            if (hello?.Silo is null)
            {
                _clients.Add(from);
            }
        }
    }

    /// <summary>All members, this silo first; under the lock.</summary>
    private IReadOnlyCollection<ClusterMember> Members => [_self, .. _members.Values];

    private void Admit(CallConnection connection, ClusterMember member)
    {
        lock (_gate)
        {
            connection.Silo = member.Silo;
            _members[member.Silo] = member;
            Change(View.Peers.SetItem(member.Silo, connection));
            _silo.Log.Joined(member.Silo, Members.Count);
        }

        _silo.GiveUpForeign();
    }

    private void Remove(CallConnection connection, bool isExpected)
    {
        lock (_gate)
        {
            if (connection.Silo is not { } silo || View.Peers.GetValueOrDefault(silo) != connection)
            {
                return;
            }

            _members.Remove(silo);
            Change(View.Peers.Remove(silo));
            if (isExpected)
            {
                _silo.Log.Left(silo, Members.Count);
            }
            else
            {
                _silo.Log.Gone(silo, Members.Count);
            }
        }
    }

    private void Change(ImmutableDictionary<SiloAddress, CallConnection> peers)
    {
        View = new ClusterView(_leaving ? null : _silo.Address, peers);
        foreach (var client in _clients)
        {
            client.SendControl(FrameKind.Members, writer => ClusterMember.WriteAll(writer, Members));
        }
    }
}
