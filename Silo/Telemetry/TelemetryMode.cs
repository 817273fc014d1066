namespace Interleave.Silo.Telemetry;

/// <summary>Where traces, metrics and logs go, beside the run folder.</summary>
internal enum TelemetryMode
{
    None,
    Console,
    Otlp,
}
