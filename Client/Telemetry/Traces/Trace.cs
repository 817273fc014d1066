using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>The spans of one traced trial, of all its processes; the first is the trial itself.</summary>
internal sealed record Trace(Span Root, IReadOnlyList<Span> Spans)
{
    public string TraceId => Root.TraceId;

    public string Scenario => Root.Text(TraceNames.Scenario) ?? "";

    public string Variant => Root.Text(TraceNames.Variant) ?? "";

    public string Model => Root.Text(TraceNames.Model) ?? "";

    /// <summary>One trace for every trial among the spans, in the order in which they ran.</summary>
    public static IReadOnlyList<Trace> From(IEnumerable<Span> spans) =>
    [
        .. spans.GroupBy(span => span.TraceId)
            .Select(group => group.OrderBy(span => span.Start).ToList())
            .Select(group => (Root: group.Find(span => span.ParentId is null && span.Text(TraceNames.Scenario) is not null), Spans: group))
            .Where(trace => trace.Root is not null)
            .Select(trace => Of(trace.Root!, trace.Spans)) // The line above left out those without a root.
            .OrderBy(trace => trace.Root.Start),
    ];

    /// <summary>A unit that a call only began is a part of the trial, not of the call: it knows the call by a link alone.</summary>
    private static Trace Of(Span root, IEnumerable<Span> spans) =>
        new(root, [.. spans.Select(span => span != root && span.ParentId is null && span.Links.Count > 0 ? span with { ParentId = root.SpanId } : span)]);
}
