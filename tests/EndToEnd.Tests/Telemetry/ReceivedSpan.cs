namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>A span as it came over the wire, with the resource that it came from.</summary>
internal sealed record ReceivedSpan(ReceivedResource Resource, string Source, string TraceId, string SpanId, string ParentId, string Name, ulong Kind)
{
    public const ulong Server = 2;
    public const ulong Client = 3;
}
