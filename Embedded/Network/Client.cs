using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Hosting;
using Interleave.Embedded.Membership;
using Interleave.Embedded.Placement;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Interleave.Embedded.Network;

/// <summary>Calls grains from outside of the cluster, over connections to all gateways that it knows.</summary>
internal sealed class Client(GrainClasses classes, IOptions<EmbeddedClientOptions> options, TimeProvider time)
    : CallRouter(classes, time, options.Value.ResponseTimeout), IConnectionOwner, IHostedService, IDisposable
{
    private static readonly TimeSpan Redial = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<IPEndPoint, CallConnection?> _dialled = [];
    private readonly ConcurrentDictionary<IPEndPoint, OrleansException> _refusals = new();
    private volatile ImmutableDictionary<SiloAddress, CallConnection> _connections = ImmutableDictionary<SiloAddress, CallConnection>.Empty;
    private volatile ClusterView _view = ClusterView.Empty;
    private Gateways _gateways = Gateways.None;
    private Task _redialling = Task.CompletedTask;

    public CallRouter Router => this;

    /// <summary>Done when all gateways that answer have let this client in, one at least.</summary>
    /// <exception cref="OrleansException">None has in time.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = TimeProvider.GetTimestamp();
        await DialAllAsync(cancellationToken);
        while (_connections.IsEmpty)
        {
            if (_refusals.Values.FirstOrDefault() is { } refusal)
            {
                throw refusal;
            }

            if (TimeProvider.GetElapsedTime(start) > options.Value.ConnectTimeout)
            {
                throw Unreachable();
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
        await Task.WhenAll(_connections.Values.Select(connection => connection.CloseAsync(cancellationToken)));
    }

    public void Dispose()
    {
        _stopping.Cancel();
        foreach (var connection in _connections.Values)
        {
            connection.Abort();
        }
    }

    public override void Route(Call call)
    {
        while (_view is var view && view.OwnerOf(Classes.Named(call.Target.Type), call.Target) is { } owner)
        {
            if (_connections.TryGetValue(owner, out var connection) && connection.TrySend(call))
            {
                return;
            }

            if (view == _view)
            {
                Forget(owner, connection);
            }
        }

        throw Unreachable();
    }

    public void OnControl(CallConnection from, FrameKind kind, WireReader said)
    {
        if (kind != FrameKind.Members)
        {
            throw new InvalidDataException($"A client does not take {kind} frames.");
        }

        Learn(FrameSocket.ReadControl<Gateways>(said).Checked());
    }

    public void OnClosed(CallConnection connection, Exception? reason) => Forget(connection.Silo!, connection); // All of a client's connections lead to silos.

    private SiloUnavailableException Unreachable() =>
        new($"No gateway of the cluster '{options.Value.ClusterId}' can be reached; tried {string.Join(", ", Known())}.");

    private void Learn(Gateways gateways)
    {
        lock (_gate)
        {
            if (gateways.Version > _gateways.Version)
            {
                _gateways = gateways;
                _refusals.Clear();
                Look();
            }
        }
    }

    private void Forget(SiloAddress silo, CallConnection? connection)
    {
        lock (_gate)
        {
            if (connection is null || _connections.GetValueOrDefault(silo) == connection)
            {
                _connections = _connections.Remove(silo);
            }

            foreach (var (gateway, _) in _dialled.Where(entry => entry.Value is not null && entry.Value == connection).ToArray())
            {
                _dialled.Remove(gateway);
            }

            Look();
        }
    }

    /// <summary>Grains are looked for among the silos that take calls and can be reached; whichever is asked knows better.</summary>
    private void Look()
    {
        SiloAddress[] reachable = [.. _gateways.All.Select(gateway => gateway.Silo).Where(_connections.ContainsKey)];
        _view = new ClusterView(_gateways.Version, reachable, reachable);
    }

    /// <summary>Those that the silos told of; as long as none is connected, also those that were named at the start.</summary>
    private IPEndPoint[] Known()
    {
        lock (_gate)
        {
            var told = _gateways.All.Select(gateway => gateway.EndPoint);
            return [.. _connections.IsEmpty ? told.Union(options.Value.Gateways) : told];
        }
    }

    /// <summary>Dials whatever gateway is known and not connected, as long as this client lives.</summary>
    private async Task RedialAsync()
    {
        using var pause = new PeriodicTimer(Redial, TimeProvider);
        while (await pause.WaitForNextTickAsync(_stopping.Token))
        {
            if (_connections.IsEmpty)
            {
                LookUp();
            }

            _ = DialAllAsync(_stopping.Token);
        }
    }

    /// <summary>Nobody is left to tell of silos that have come: their table does.</summary>
    private void LookUp()
    {
        try
        {
            Learn(new ClusterFolder(options.Value.Folder).Read().ToGateways());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            // Looked for again soon; a caller meanwhile is told that no silo can be reached.
        }
    }

    private Task DialAllAsync(CancellationToken cancellationToken)
    {
        List<IPEndPoint> missing;
        lock (_gate)
        {
            missing = [.. Known().Except(_dialled.Keys).Except(_refusals.Keys)];
            missing.ForEach(gateway => _dialled[gateway] = null);
        }

        return Task.WhenAll(missing.Select(gateway => DialAsync(gateway, cancellationToken)));
    }

    private async Task DialAsync(IPEndPoint gateway, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Handshake.Patience);
        FrameSocket? socket = null;
        try
        {
            socket = await FrameSocket.ConnectAsync(gateway, patience.Token);
            var welcome = await Handshake.DialAsync(socket, options.Value.ClusterId, options.Value.Folder, null, patience.Token);
            _ = CarryAsync(socket, gateway, welcome);
            return;
        }
        catch (Exception fault) when (fault is SocketException or IOException or InvalidDataException or JsonException or OperationCanceledException)
        {
            // It is tried again soon.
        }
        catch (OrleansException refusal)
        {
            _refusals[gateway] = refusal;
        }

        lock (_gate)
        {
            _dialled.Remove(gateway);
        }

        await (socket?.ReleaseAsync() ?? ValueTask.CompletedTask);
    }

    private async Task CarryAsync(FrameSocket socket, IPEndPoint gateway, Welcome welcome)
    {
        var connection = new CallConnection(socket, this, asks: true, welcome.Silo);
        lock (_gate)
        {
            _dialled[gateway] = connection;
            _connections = _connections.SetItem(welcome.Silo, connection);
            Learn(welcome.Gateways);
            Look();
        }

        await connection.RunAsync();
        await socket.ReleaseAsync();
    }
}
