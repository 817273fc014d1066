using System.Diagnostics;
using Interleave.Client.Telemetry.Traces;
using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Waterfalls;

/// <summary>One piece of a trial's work with all that it led to: an operation, or what a trial or a unit did outside any.</summary>
internal sealed record TracedWork(Span Span, string Unit, IReadOnlyList<(Span Span, int Depth)> Steps)
{
    public bool Failed => Steps.Any(step => step.Span.Status == ActivityStatusCode.Error);

    /// <summary>The pieces of a trace, slowest first.</summary>
    public static IReadOnlyList<TracedWork> In(Traces.Trace trace)
    {
        var children = trace.Spans.OrderBy(span => span.Start).ToLookup(span => span.ParentId);
        var units = trace.Spans.Where(span => span.Text(TraceNames.Unit) is not null);
        return
        [
            .. from owner in units.Prepend(trace.Root)
               let pieces = children[owner.SpanId].Where(span => span.Text(TraceNames.Unit) is null)
               from piece in pieces.Any() || owner == trace.Root || owner.Attributes.ContainsKey(TraceNames.TakesOperations) ? pieces : [owner]
               let unit = owner.Text(TraceNames.Unit) ?? ""
               orderby piece.Duration descending, piece.Start
               select new TracedWork(piece, unit, [.. Within(piece, 0)]),
        ];

        IEnumerable<(Span, int)> Within(Span span, int depth) =>
            children[span.SpanId].Where(child => child.Text(TraceNames.Unit) is null).SelectMany(child => Within(child, depth + 1)).Prepend((span, depth));
    }
}
