using System.Net;
using Microsoft.Extensions.Logging;

namespace Interleave.Silo;

internal static partial class SiloLog
{
    [LoggerMessage(LogLevel.Information, "Silo ready on {Runtime}: cluster {ClusterId}, silos at {Silo}, clients at {Gateway}, process {ProcessId}")]
    public static partial void Ready(this ILogger logger, string runtime, string clusterId, IPEndPoint silo, IPEndPoint gateway, int processId);

    [LoggerMessage(LogLevel.Information, "Stopping: {Reason}")]
    public static partial void Stopping(this ILogger logger, string reason);

    [LoggerMessage(LogLevel.Critical, "This silo cannot go on: {Reason}")]
    public static partial void CannotGoOn(this ILogger logger, string reason);
}
