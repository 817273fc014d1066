namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>A metric as it came over the wire, with the traces that its exemplars point at.</summary>
internal sealed record ReceivedMetric(ReceivedResource Resource, string Name, string Unit, IReadOnlyList<string> ExemplarTraceIds);
