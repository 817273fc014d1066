using Microsoft.Extensions.Logging;

namespace Interleave.Client.Telemetry;

internal static partial class TelemetryLog
{
    [LoggerMessage(LogLevel.Information, "Tracing {Scenario} ({Variant}) on {Model}")]
    public static partial void Tracing(this ILogger logger, string scenario, string variant, string model);
}
