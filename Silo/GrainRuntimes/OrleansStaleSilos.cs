using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>Declares silos dead that a silo finds in the table when it joins, and that have neither shown a sign of life for long nor listen.</summary>
/// <remarks>
/// A joining silo must reach every silo that the table calls active. Where a whole cluster died at once nobody is left to declare its silos dead, and
/// none could ever join again. A sign that is old does not suffice: after an outage of the database all of them are.
/// </remarks>
internal sealed partial class StaleSilos(
    IMembershipTable table,
    IClusterMembershipService membership,
    ILocalSiloDetails self,
    IOptions<ClusterMembershipOptions> options,
    TimeProvider time,
    ILogger<StaleSilos> log) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _joined = new();

    public void Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(StaleSilos), ServiceLifecycleStage.AfterRuntimeGrainServices, Begin, _ => _joined.CancelAsync());
        lifecycle.Subscribe(nameof(StaleSilos), ServiceLifecycleStage.Active + 1, _ => _joined.CancelAsync(), _ => Task.CompletedTask);
    }

    public void Dispose() => _joined.Dispose();

    private Task Begin(CancellationToken cancellationToken)
    {
        _ = WatchAsync(_joined.Token);
        return Task.CompletedTask;
    }

    private async Task WatchAsync(CancellationToken joined)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(joined))
            {
                await DeclareDeadAsync(joined);
            }
        }
        catch (OperationCanceledException)
        {
            // It has joined: from now on silos find out by asking each other.
        }
    }

    private async Task DeclareDeadAsync(CancellationToken joined)
    {
        try
        {
            var silent = options.Value.IAmAliveTablePublishTimeout * options.Value.NumMissedTableIAmAliveLimit;
            foreach (var (silo, _) in (await table.ReadAll()).Members)
            {
                if (silo.Status == SiloStatus.Active && !silo.SiloAddress.Equals(self.SiloAddress) && time.GetUtcNow() - LastSign(silo) > silent
                    && !await ListensAsync(silo.SiloAddress.Endpoint, joined))
                {
                    LogStale(log, silo.SiloAddress, (time.GetUtcNow() - LastSign(silo)).TotalSeconds);
                    await membership.TryKill(silo.SiloAddress);
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(log, exception.Message);
        }
    }

    private static DateTimeOffset LastSign(MembershipEntry silo) =>
        new(DateTime.SpecifyKind(silo.IAmAliveTime > silo.StartTime ? silo.IAmAliveTime : silo.StartTime, DateTimeKind.Utc));

    private static async Task<bool> ListensAsync(IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ConnectPatience);
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(endpoint, patience.Token);
            return true;
        }
        catch (Exception exception) when (exception is SocketException || !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Silo {Silo} has shown no sign of life for {Seconds:0} s, and nobody listens there: it is declared dead")]
    private static partial void LogStale(ILogger logger, SiloAddress silo, double seconds);

    [LoggerMessage(LogLevel.Warning, "Dead silos could not be looked for: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
