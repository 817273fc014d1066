namespace Interleave.Silo.Telemetry;

/// <summary>Something that happened at one moment of a span.</summary>
/// <param name="Time">Nanoseconds since the Unix epoch.</param>
internal sealed record SpanEvent(string Name, long Time, IReadOnlyDictionary<string, object> Attributes);
