using Microsoft.Extensions.Logging;

namespace Interleave.Silo.Telemetry;

/// <summary>Hands a host's logs on to the telemetry of its process, which outlives the host and reads its own settings.</summary>
internal sealed class LogForwarder(ILoggerFactory target) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => target.CreateLogger(categoryName);

    public void Dispose()
    {
        // The target ends with the process's telemetry.
    }
}
