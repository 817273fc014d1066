namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>A log record as it came over the wire.</summary>
internal sealed record ReceivedLog(ReceivedResource Resource, string Body, string TraceId);
