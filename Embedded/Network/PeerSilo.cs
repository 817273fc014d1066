using System.Net.Sockets;
using System.Text.Json;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Membership;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>Another silo as this one reaches it: a connection that is made again for as long as the other silo is a member.</summary>
/// <remarks>Each of two silos dials the other, and calls it over its own connection: neither end has to agree with the other on which one to keep.</remarks>
internal sealed class PeerSilo(Silo silo, ClusterMember member) : IConnectionOwner, IDisposable
{
    private static readonly TimeSpan Redial = TimeSpan.FromMilliseconds(20);

    /// <summary>A silo that refuses this one may have been replaced by the time that the table tells so.</summary>
    private static readonly TimeSpan Refused = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _ending = new();
    private volatile CallConnection? _connection;
    private bool _disposed;

    public CallRouter Router => silo;

    public bool IsBusy => _connection is { IsBusy: true };

    public void Start()
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            var ended = _ending.Token;
            _ = Task.Run(() => StayConnectedAsync(ended), CancellationToken.None);
        }
    }

    /// <summary>Sends a call; false if there is no connection at this moment.</summary>
    public bool TrySend(Call call) => _connection is { } connection && connection.TrySend(call);

    public void SendControl<T>(FrameKind kind, T said) => _connection?.SendControl(kind, said);

    /// <summary>The other silo is no member any more: calls that wait for its answers fail.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _disposed, true))
        {
            _ending.Cancel();
            _connection?.Abort();
            _ending.Dispose();
        }
    }

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (!Volatile.Read(ref _disposed))
        {
            await _ending.CancelAsync();
        }

        await (_connection?.CloseAsync(cancellationToken) ?? Task.CompletedTask);
    }

    public void OnControl(CallConnection from, FrameKind kind, WireReader said) =>
        throw new InvalidDataException($"The silo that was dialled does not send {kind} frames.");

    public void OnClosed(CallConnection connection, Exception? reason)
    {
        _connection = null;
        silo.Watch.Hint();
    }

    private async Task StayConnectedAsync(CancellationToken ended)
    {
        using var pause = new PeriodicTimer(Redial, silo.TimeProvider);
        try
        {
            do
            {
                await ConnectAsync(ended);
            }
            while (await pause.WaitForNextTickAsync(ended));
        }
        catch (OperationCanceledException)
        {
            // It is no member any more.
        }
    }

    /// <summary>Dials once, and lasts as long as the connection does.</summary>
    private async Task ConnectAsync(CancellationToken ended)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ended);
        patience.CancelAfter(Handshake.Patience);
        FrameSocket? socket = null;
        try
        {
            socket = await FrameSocket.ConnectAsync(member.Silo.Endpoint, patience.Token);
            var welcome = await Handshake.DialAsync(socket, silo.Options.ClusterId, silo.Options.Folder, silo.Address, patience.Token);
            if (welcome.Silo != member.Silo)
            {
                throw new OrleansException($"{welcome.Silo} listens where {member.Silo} should.");
            }

            var connection = new CallConnection(socket, this, asks: true, member.Silo);
            var running = connection.RunAsync();
            _connection = connection;
            if (connection.Ended.IsCompleted)
            {
                _connection = null;
            }

            silo.Network.OnReached(member.Silo);
            await running;
        }
        catch (Exception fault) when (fault is SocketException or IOException or InvalidDataException or JsonException or OperationCanceledException)
        {
            // Tried again as long as it is a member; whether it lives is not for this connection to tell.
            silo.Watch.Hint();
        }
        catch (OrleansException fault)
        {
            silo.Log.Disconnected(member.Silo.ToString(), fault.Message);
            await Task.Delay(Refused, silo.TimeProvider, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            await (socket?.ReleaseAsync() ?? ValueTask.CompletedTask);
        }
    }
}
