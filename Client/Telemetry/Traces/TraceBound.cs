using System.Globalization;
using Interleave.Client.Measuring.Tracing;
using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>Keeps a trace below the number of spans that viewers choke on, and tells in the trial's span how many of how many were kept.</summary>
/// <remarks>
/// What goes, goes whole: an operation with all that it did, chosen evenly over the trial and never cut off at its end. Only one that is too large for
/// any trace is cut, from its deepest calls upwards.
/// </remarks>
internal static class TraceBound
{
    public const int MostSpans = 2_000;

    public static Trace Apply(Trace trace)
    {
        var leftOut = trace.Spans.Where(span => span.Number(TraceNames.SpansLeftOut) is not null).ToList();
        var total = trace.Spans.Count - leftOut.Count + leftOut.Sum(span => (long)(span.Number(TraceNames.SpansLeftOut) ?? 0));
        var recorded = trace with { Spans = [.. trace.Spans.Except(leftOut)] };
        var kept = recorded.Spans.Count <= MostSpans ? recorded.Spans : Thin(recorded);
        var root = trace.Root with
        {
            Attributes = new Dictionary<string, object>(trace.Root.Attributes)
            {
                [TraceNames.SpansKept] = (long)kept.Count,
                [TraceNames.SpansTotal] = total,
            },
        };
        return new Trace(root, [root, .. kept.Where(span => span.SpanId != root.SpanId)]);
    }

    private static IReadOnlyList<Span> Thin(Trace trace)
    {
        var children = trace.Spans.ToLookup(span => span.ParentId);
        var units = trace.Spans.Where(span => span.ParentId == trace.Root.SpanId && span.Text(TraceNames.Unit) is not null).ToList();
        var owners = units.Prepend(trace.Root).ToHashSet();
        List<List<Span>> wholes =
        [
            .. owners.SelectMany(owner => children[owner.SpanId]).Where(span => !owners.Contains(span)).OrderBy(span => span.Start).Select(WithDescendants),
        ];
        List<Span> kept = [trace.Root, .. units.Take(MostSpans - 1)];
        foreach (var whole in wholes.OrderBy(whole => Rank(whole[0])))
        {
            if (kept.Count + whole.Count <= MostSpans)
            {
                kept.AddRange(whole);
            }
            else if (whole.Count > MostSpans)
            {
                kept.AddRange(whole.Take(MostSpans - kept.Count));
            }
        }

        return [.. kept.OrderBy(span => span.Start)];

        // Level by level, so that every beginning of it is connected.
        List<Span> WithDescendants(Span span)
        {
            List<Span> all = [span];
            for (var next = 0; next < all.Count; next++)
            {
                all.AddRange(children[all[next].SpanId]);
            }

            return all;
        }
    }

    /// <summary>An even choice, the same at every reading: by number, so that partners keep the same operations; by id, which is random, elsewhere.</summary>
    private static double Rank(Span span) =>
        span.Number(TraceNames.Operation) is { } number
            ? LoadTrace.Spread((long)number)
            : ulong.Parse(span.SpanId, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / (double)ulong.MaxValue;
}
