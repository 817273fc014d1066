using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Hosting;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Interleave.Embedded.Network;

/// <summary>Calls grains from outside of the cluster, over connections to all gateways that it knows.</summary>
internal sealed class Client(GrainClasses classes, IOptions<EmbeddedClientOptions> options, TimeProvider time)
    : CallRouter(classes, time, options.Value.ResponseTimeout), IConnectionOwner, IHostedService, IDisposable
{
    private static readonly TimeSpan Redial = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<IPEndPoint, CallConnection> _connections = [];
    private readonly ConcurrentDictionary<IPEndPoint, OrleansException> _refusals = new();
    private ImmutableHashSet<IPEndPoint> _known = [.. options.Value.Gateways];
    private ClusterView _view = new(null, ImmutableDictionary<SiloAddress, CallConnection>.Empty);
    private Task _redialling = Task.CompletedTask;

    public CallRouter Router => this;

    /// <summary>Done when all gateways that answer have let this client in, one at least; gateways that are not there yet are tried again.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await DialAllAsync(cancellationToken);
        while (_view.Silos.Count == 0)
        {
            if (_refusals.Values.FirstOrDefault() is { } refusal)
            {
                throw refusal;
            }

            await Task.Delay(Redial, TimeProvider, cancellationToken);
            await DialAllAsync(cancellationToken);
        }

        // Those of which the first ones told.
        await DialAllAsync(cancellationToken);
        _redialling = RedialAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _redialling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(Connections().Select(connection => connection.CloseAsync(cancellationToken)));
    }

    public void Dispose()
    {
        _stopping.Cancel();
        foreach (var connection in Connections())
        {
            connection.Dispose();
        }
    }

    public override void Route(Call call)
    {
        var view = _view;
        if (view.Silos.Count == 0)
        {
            throw new SiloUnavailableException($"No gateway of the cluster '{options.Value.ClusterId}' can be reached; tried {string.Join(", ", _known)}.");
        }

        view.Peers[view.OwnerOf(Classes.Named(call.Target.Type), call.Target)].Send(call);
    }

    public void OnControl(CallConnection from, FrameKind kind, JsonElement said)
    {
        switch (kind)
        {
            case FrameKind.Welcome:
                var members = said.Deserialize<ClusterMember[]>(GrainJson.Options)!; // Never sent without them.
                Learn(members);
                lock (_gate)
                {
                    // The one that answers comes first.
                    from.Silo = members[0].Silo;
                    _view = new ClusterView(null, _view.Peers.SetItem(members[0].Silo, from));
                }

                from.Welcomed.TrySetResult(members);
                break;
            case FrameKind.Members:
                Learn(said.Deserialize<ClusterMember[]>(GrainJson.Options)!); // Nor this.
                break;
            case FrameKind.Refusal:
                from.Welcomed.TrySetException(new OrleansException($"The silo at {from.Peer} refused this client: {said.GetString()}"));
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

        connection.Welcomed.TrySetException(new SiloUnavailableException($"The silo at {connection.Peer} hung up."));
        Forget(connection);
    }

    private void Learn(ClusterMember[] members) => _known = [.. options.Value.Gateways, .. members.Select(member => member.Gateway)];

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

    private CallConnection[] Connections()
    {
        lock (_gate)
        {
            return [.. _connections.Values];
        }
    }

    /// <summary>Dials whatever gateway is known and not connected, as long as this client lives.</summary>
    private async Task RedialAsync()
    {
        using var pause = new PeriodicTimer(Redial, TimeProvider);
        while (await pause.WaitForNextTickAsync(_stopping.Token))
        {
            await DialAllAsync(_stopping.Token);
        }
    }

    private Task DialAllAsync(CancellationToken cancellationToken)
    {
        IPEndPoint[] missing;
        lock (_gate)
        {
            missing = [.. _known.Except(_connections.Keys).Except(_refusals.Keys)];
        }

        return Task.WhenAll(missing.Select(gateway => DialAsync(gateway, cancellationToken)));
    }

    private async Task DialAsync(IPEndPoint gateway, CancellationToken cancellationToken)
    {
        try
        {
            var connection = new CallConnection(await FrameSocket.ConnectAsync(gateway, cancellationToken), this);
            lock (_gate)
            {
                _connections[gateway] = connection;
            }

            connection.Start();
            connection.SendControl(FrameKind.Hello, new Hello(Hello.CurrentVersion, options.Value.ClusterId, null));
            await connection.Welcomed.Task.WaitAsync(ResponseTimeout, TimeProvider, cancellationToken);
        }
        catch (Exception fault) when (fault is SocketException or TimeoutException or SiloUnavailableException)
        {
            // It is tried again soon.
        }
        catch (OrleansException refusal)
        {
            _refusals[gateway] = refusal;
        }
    }
}
