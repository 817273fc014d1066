using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Hosting;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Interleave.Embedded.Network;

/// <summary>Calls grains from outside of the cluster, over connections to all gateways that it knows.</summary>
internal sealed class Client(GrainClasses classes, IOptions<EmbeddedClientOptions> options, TimeProvider time, IServiceProvider services)
    : CallRouter(classes, time, options.Value.ResponseTimeout, services), IConnectionOwner, IHostedService
{
    private static readonly TimeSpan Redial = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<IPEndPoint, CallConnection> _connections = [];
    private ImmutableHashSet<IPEndPoint> _learned = [];
    private ImmutableHashSet<IPEndPoint> _refused = [];
    private TaskCompletionSource _firstWelcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ClusterView _view = new(null, ImmutableDictionary<SiloAddress, CallConnection>.Empty);
    private Task _dialling = Task.CompletedTask;

    public CallRouter Router => this;

    /// <summary>Done when a gateway has let this client in; gateways that are not there yet are tried again.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _dialling = Task.Run(DialAsync, CancellationToken.None);
        return _firstWelcome.Task.WaitAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _dialling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        CallConnection[] connections;
        lock (_gate)
        {
            connections = [.. _connections.Values];
        }

        await Task.WhenAll(connections.Select(connection => connection.CloseAsync(cancellationToken)));
        Deadlines.FailAll(() => new SiloUnavailableException("The client that made this call is closed."));
    }

    public override void Route(Call call)
    {
        var view = _view;
        if (view.Silos.Count == 0)
        {
            throw new SiloUnavailableException($"No gateway of the cluster '{options.Value.ClusterId}' can be reached; tried {string.Join(", ", Known())}.");
        }

        view.Peers[view.OwnerOf(Classes.Named(call.Target.Type), call.Target)].Send(call);
    }

    public void OnRequest(CallConnection from, long id, ref WireReader reader) =>
        throw new OrleansMessageRejectionException("A client hosts no grains.");

    public void OnControl(CallConnection from, FrameKind kind, ref WireReader reader)
    {
        switch (kind)
        {
            case FrameKind.Welcome:
                var members = ClusterMember.ReadAll(ref reader);
                Learn(members);
                lock (_gate)
                {
                    // The one that answers comes first.
                    from.Silo = members[0].Silo;
                    _view = new ClusterView(null, _view.Peers.SetItem(members[0].Silo, from));
                }

                _firstWelcome.TrySetResult();
                break;
            case FrameKind.Members:
                Learn(ClusterMember.ReadAll(ref reader));
                break;
            case FrameKind.Refusal:
                lock (_gate)
                {
                    _refused = _refused.Union(_connections.Where(entry => entry.Value == from).Select(entry => entry.Key));
                }

                _firstWelcome.TrySetException(new OrleansException($"The silo at {from.Peer} refused this client: {reader.Text()}"));
                break;
            case FrameKind.Leaving:
                Forget(from);
                break;
            default:
                throw new InvalidDataException($"A client does not take {kind} frames.");
        }
    }

    public void OnClosed(CallConnection connection, Exception? reason)
    {
        lock (_gate)
        {
            foreach (var (gateway, _) in _connections.Where(entry => entry.Value == connection).ToArray())
            {
                _connections.Remove(gateway);
            }
        }

        Forget(connection);
    }

    public override void Dispose()
    {
        _stopping.Cancel();
        lock (_gate)
        {
            foreach (var connection in _connections.Values)
            {
                connection.Dispose();
            }
        }

        base.Dispose();
    }

    private void Learn(IReadOnlyList<ClusterMember> members) => _learned = [.. members.Select(member => member.Gateway)];

    private ImmutableHashSet<IPEndPoint> Known() => _learned.Union(options.Value.Gateways);

    private void Forget(CallConnection connection)
    {
        lock (_gate)
        {
            if (connection.Silo is { } silo && _view.Peers.GetValueOrDefault(silo) == connection)
            {
                _view = new ClusterView(null, _view.Peers.Remove(silo));
            }
        }
    }

    /// <summary>Dials whatever gateway is known and not connected, as long as this client lives.</summary>
    private async Task DialAsync()
    {
        using var pause = new PeriodicTimer(Redial, TimeProvider);
        do
        {
            foreach (var gateway in Known().Except(_refused))
            {
                bool isConnected;
                lock (_gate)
                {
                    isConnected = _connections.ContainsKey(gateway);
                }

                if (!isConnected)
                {
                    await DialAsync(gateway);
                }
            }
        }
        while (await pause.WaitForNextTickAsync(_stopping.Token));
    }

    private async Task DialAsync(IPEndPoint gateway)
    {
        try
        {
            var connection = new CallConnection(await FrameSocket.ConnectAsync(gateway, _stopping.Token), this);
            lock (_gate)
            {
                _connections[gateway] = connection;
            }

            connection.Start();
            connection.SendControl(FrameKind.Hello, new Hello(options.Value.ClusterId, null).Write);
        }
        catch (SocketException)
        {
            // It is tried again soon.
        }
    }
}
