using Microsoft.Extensions.Logging;

namespace Interleave.Client.IoServer;

internal static partial class IoServerLog
{
    [LoggerMessage(LogLevel.Information, "I/O server listens at {Address}")]
    public static partial void Listening(this ILogger logger, string address);
}
