using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>Declares silos dead as soon as their processes have ended, and ends those that stay frozen.</summary>
/// <remarks>
/// Orleans finds out by asking, and must give a silo that is merely starved the time to answer late. On one machine the system knows at once:
/// whether a seat is held, and whether a process was stopped by a signal. It watches while its silo joins already: a silo joins only when all members
/// answer it, and the last of them may be frozen.
/// </remarks>
internal sealed partial class SeatWatch(
    IClusterMembershipService membership, ILocalSiloDetails self, ClusterSeat seat, TimeProvider time, ILogger<SeatWatch> log)
    : BackgroundService, ILifecycleParticipant<ISiloLifecycle>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestFreeze = TimeSpan.FromSeconds(3);

    private readonly HashSet<SiloAddress> _gone = [];
    private readonly Dictionary<SiloAddress, long> _frozen = [];

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(SeatWatch), ServiceLifecycleStage.AfterRuntimeGrainServices - 1, StartAsync, StopAsync);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var member in membership.CurrentSnapshot.Members.Values.Where(IsWatched))
            {
                await (seat.Folder.Holds(member.Name) ? EndIfFrozenAsync(member) : DeclareDeadAsync(member));
            }
        }
    }

    private bool IsWatched(ClusterMember member) => member.Status != SiloStatus.Dead && !member.SiloAddress.Equals(self.SiloAddress);

    /// <remarks>Repeated until the table says so: Orleans gives up where another silo writes to it in the same moment.</remarks>
    private async Task DeclareDeadAsync(ClusterMember member)
    {
        if (_gone.Add(member.SiloAddress))
        {
            LogGone(log, member.SiloAddress);
        }

        await membership.TryKill(member.SiloAddress);
    }

    private async Task EndIfFrozenAsync(ClusterMember member)
    {
        if (ClusterSeat.ProcessOf(member.Name) is not { } process || !ProcessStates.IsFrozen(process))
        {
            _frozen.Remove(member.SiloAddress);
        }
        else if (!_frozen.TryAdd(member.SiloAddress, time.GetTimestamp()) && time.GetElapsedTime(_frozen[member.SiloAddress]) >= LongestFreeze)
        {
            LogFrozen(log, member.SiloAddress, LongestFreeze.TotalSeconds);
            try
            {
                await seat.Folder.EvictAsync(member.Name);
            }
            catch (IOException exception)
            {
                // It may be another user's; it is tried again.
                LogNotEnded(log, member.SiloAddress, exception.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "The process of silo {Silo} has ended")]
    private static partial void LogGone(ILogger logger, SiloAddress silo);

    [LoggerMessage(LogLevel.Warning, "Silo {Silo} has been frozen for {Seconds} s: its process is ended, so that its grains can be activated elsewhere")]
    private static partial void LogFrozen(ILogger logger, SiloAddress silo, double seconds);

    [LoggerMessage(LogLevel.Warning, "The process of silo {Silo} could not be ended: {Reason}")]
    private static partial void LogNotEnded(ILogger logger, SiloAddress silo, string reason);
}
