using Interleave.Embedded.Calls;
using Microsoft.Extensions.Logging;

namespace Interleave.Embedded.Runtime;

/// <summary>What a silo tells its operator.</summary>
internal sealed partial class SiloLog(ILogger<Silo> logger)
{
    [LoggerMessage(1, LogLevel.Warning, "A timer callback of {Grain} failed.")]
    public partial void TimerFailed(GrainId grain, Exception fault);

    [LoggerMessage(2, LogLevel.Warning, "{Grain} failed while it was deactivated.")]
    public partial void DeactivationFailed(GrainId grain, Exception fault);

    [LoggerMessage(3, LogLevel.Warning, "Nobody waits for a one-way call that failed: {Method} of {Grain}.")]
    public partial void OneWayFailed(GrainMethod method, GrainId grain, Exception fault);

    [LoggerMessage(4, LogLevel.Information, "The cluster has another list of silos, version {Version}: {Silos}")]
    public partial void Members(long version, string silos);

    [
        LoggerMessage(
            5, LogLevel.Warning,
            "Process {ProcessId} hosts a silo that has given no sign of life for {Seconds} s, and is killed, so that its grains can be activated elsewhere.")]
    public partial void EndsFrozen(int processId, double seconds);

    [LoggerMessage(6, LogLevel.Warning, "A connection from {Peer} was refused: {Reason}")]
    public partial void Refused(string peer, string reason);

    [LoggerMessage(7, LogLevel.Warning, "The connection to {Peer} ended: {Reason}")]
    public partial void Disconnected(string peer, string reason);

    [LoggerMessage(8, LogLevel.Critical, "This silo must not go on: {Reason}.")]
    public partial void Ends(string reason);

    [LoggerMessage(9, LogLevel.Error, "A turn of {Grain} could not be started or ended as it should.")]
    public partial void TurnFailed(GrainId grain, Exception fault);

    [LoggerMessage(10, LogLevel.Warning, "{Count} calls or grains had not ended when the silo stopped.")]
    public partial void StoppedEarly(int count);
}
