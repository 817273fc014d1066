using Interleave.Client.Telemetry.Traces;
using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Timelines;

/// <summary>Reads a unit's states off its spans: at every moment, the innermost one tells.</summary>
internal sealed class UnitStates(ILookup<string?, Span> children, Func<long, TimeSpan> offset)
{
    public IReadOnlyList<Slice> Of(Span unit, string name) =>
        [.. Within(unit, name, offset(unit.Start), offset(unit.End))];

    /// <summary>One span's own slices between two moments, as if it had no children.</summary>
    public static IEnumerable<Slice> Slices(Span span, string unit, TimeSpan from, TimeSpan to, Func<long, TimeSpan> offset)
    {
        var state = StateOf(span);
        var at = from;
        foreach (var (start, end) in Interruptions(span, offset))
        {
            if (end > at && start < to)
            {
                if (start > at)
                {
                    yield return new Slice(state, at, start, unit, span.Name, span.SpanId);
                }

                yield return new Slice(SliceState.Ready, Max(at, start), Min(end, to), unit, span.Name, span.SpanId);
                at = Min(end, to);
            }
        }

        if (to > at)
        {
            yield return new Slice(state, at, to, unit, span.Name, span.SpanId);
        }
    }

    private IEnumerable<Slice> Within(Span span, string unit, TimeSpan from, TimeSpan to)
    {
        var at = from;
        foreach (var child in children[span.SpanId].Where(child => child.Text(TraceNames.Unit) is null))
        {
            // Children that overlap share one lane: the one that began first keeps it.
            var (start, end) = (Max(at, offset(child.Start)), Min(to, offset(child.End)));
            if (end <= start)
            {
                continue;
            }

            foreach (var slice in Slices(span, unit, at, start, offset))
            {
                yield return slice;
            }

            foreach (var slice in Within(child, unit, start, end))
            {
                yield return slice;
            }

            at = end;
        }

        foreach (var slice in Slices(span, unit, at, to, offset))
        {
            yield return slice;
        }
    }

    private static SliceState StateOf(Span span) => span switch
    {
        _ when span.Text(TraceNames.Step) == TraceNames.Compute => SliceState.Running,
        _ when span.Text(TraceNames.Step) == TraceNames.Wait => SliceState.Waiting,
        _ when span.Number(TraceNames.Operation) is not null => SliceState.Ready,
        _ when GrainCall.IsMailbox(span) => SliceState.InMailbox,
        _ when GrainCall.IsTurn(span) => SliceState.Ready,
        _ => SliceState.Waiting,
    };

    /// <summary>Stretches in which the unit wanted a processor and had none: taken away while it computed, or late for a frame that was due.</summary>
    private static IEnumerable<(TimeSpan Start, TimeSpan End)> Interruptions(Span span, Func<long, TimeSpan> offset)
    {
        foreach (var moment in span.Events)
        {
            if (moment.Name is TraceNames.Preempted or TraceNames.Overdue
                && moment.Attributes.TryGetValue(TraceNames.Duration, out var value) && value is double duration)
            {
                yield return (offset(moment.Time), offset(moment.Time) + TimeSpan.FromSeconds(duration));
            }
        }
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
