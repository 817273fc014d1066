using System.Collections.Immutable;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Network;

/// <summary>Which silos a silo is connected to; those are the cluster, and its clients are told whenever it changes.</summary>
internal sealed class Membership(ClusterMember self, SiloLog log)
{
    private readonly Lock _gate = new();
    private readonly HashSet<CallConnection> _clients = [];
    private ImmutableDictionary<SiloAddress, ClusterMember> _others = ImmutableDictionary<SiloAddress, ClusterMember>.Empty;
    private bool _leaving;

    public ClusterView View { get; private set; } = new(self.Silo, ImmutableDictionary<SiloAddress, CallConnection>.Empty);

    /// <summary>All members, this silo first.</summary>
    private ClusterMember[] All => [self, .. _others.Values];

    /// <summary>From now on this silo owns no grain; its connections still carry answers.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _leaving = true;
            View = new ClusterView(null, View.Peers);
        }
    }

    /// <summary>Answers who has introduced itself; a client is told of all changes from now on.</summary>
    public void Welcome(CallConnection from, ClusterMember? silo)
    {
        if (silo is not null)
        {
            Add(from, silo);
        }

        lock (_gate)
        {
            from.SendControl(FrameKind.Welcome, All);
            if (silo is null)
            {
                _clients.Add(from);
            }
        }
    }

    public void Add(CallConnection connection, ClusterMember member)
    {
        lock (_gate)
        {
            connection.Silo = member.Silo;
            _others = _others.SetItem(member.Silo, member);
            Change(View.Peers.SetItem(member.Silo, connection));
            log.Joined(member.Silo, All.Length);
        }
    }

    public void Remove(CallConnection connection, bool isExpected)
    {
        lock (_gate)
        {
            _clients.Remove(connection);
            if (connection.Silo is not { } silo || View.Peers.GetValueOrDefault(silo) != connection)
            {
                return;
            }

            _others = _others.Remove(silo);
            Change(View.Peers.Remove(silo));
            if (isExpected)
            {
                log.Left(silo, All.Length);
            }
            else
            {
                log.Gone(silo, All.Length);
            }
        }
    }

    private void Change(ImmutableDictionary<SiloAddress, CallConnection> peers)
    {
        View = new ClusterView(_leaving ? null : self.Silo, peers);
        foreach (var client in _clients)
        {
            client.SendControl(FrameKind.Members, All);
        }
    }
}
