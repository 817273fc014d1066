using System.Net;
using Microsoft.Extensions.Logging;

namespace Interleave.Silo;

internal static partial class SiloLog
{
    [LoggerMessage(LogLevel.Information, "Silo ready on {Runtime}: cluster {ClusterId}, silos at {Silo}, clients at {Gateway}, process {ProcessId}")]
    public static partial void Ready(this ILogger logger, string runtime, string clusterId, IPEndPoint silo, IPEndPoint gateway, int processId);

    [LoggerMessage(LogLevel.Information, "Stopping: {Reason}")]
    public static partial void Stopping(this ILogger logger, string reason);

    [LoggerMessage(
        LogLevel.Warning,
        "This silo listens on {Address} without a certificate: anyone who reaches its ports can call its grains and read what is said; name " +
            "--certificate and --authority, or keep others off this network")]
    public static partial void AnybodyMayCall(this ILogger logger, IPAddress address);

    [LoggerMessage(LogLevel.Critical, "This silo cannot go on: {Reason}")]
    public static partial void CannotGoOn(this ILogger logger, string reason);
}
