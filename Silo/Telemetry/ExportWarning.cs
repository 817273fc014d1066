using System.Diagnostics.Tracing;

namespace Interleave.Silo.Telemetry;

/// <summary>Says once that the endpoint of the telemetry does not take what is sent; the SDK itself would lose it in silence.</summary>
internal sealed class ExportWarning(Action<string> warn) : EventListener
{
    private int _said;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "OpenTelemetry-Exporter-OpenTelemetryProtocol")
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (Interlocked.Exchange(ref _said, 1) == 0)
        {
            var details = eventData.Payload?.Select(part => part?.ToString()?.Split('\n')[0].Trim()).Where(part => !string.IsNullOrEmpty(part)) ?? [];
            warn($"Telemetry could not be sent, and the run goes on without: {string.Join(", ", details)}");
        }
    }
}
