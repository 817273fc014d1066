namespace Interleave.Silo.Telemetry;

/// <summary>Another span that led to this one, without this one being a part of it.</summary>
internal sealed record SpanLink(string TraceId, string SpanId);
