using Interleave.Client.Telemetry.Traces;
using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Timelines;

/// <summary>Reads a unit's states off its spans: at every moment, the innermost one tells.</summary>
/// <param name="children">Spans by their parent.</param>
/// <param name="offset">From the clock to the time since the trial began.</param>
/// <param name="betweenOperations">What a unit does that takes one operation after the other; null where not all of them were traced, and nothing is
/// known.</param>
internal sealed class UnitStates(ILookup<string?, Span> children, Func<long, TimeSpan> offset, SliceState? betweenOperations)
{
    public IReadOnlyList<Slice> Of(Span unit, string name) =>
        [.. Within(unit, name, offset(unit.Start), offset(unit.End))];

    /// <summary>One span's own slices between two moments, as if it had no children.</summary>
    public IEnumerable<Slice> Slices(Span span, string unit, TimeSpan from, TimeSpan to)
    {
        if (StateOf(span) is not { } state)
        {
            yield break;
        }

        var at = from;
        foreach (var (start, end) in Interruptions(span))
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

            foreach (var slice in Slices(span, unit, at, start))
            {
                yield return slice;
            }

            foreach (var slice in Within(child, unit, start, end))
            {
                yield return slice;
            }

            at = end;
        }

        foreach (var slice in Slices(span, unit, at, to))
        {
            yield return slice;
        }
    }

    private SliceState? StateOf(Span span) => span switch
    {
        _ when span.Text(TraceNames.Step) == TraceNames.Compute => SliceState.Running,
        _ when span.Text(TraceNames.Step) == TraceNames.Wait => SliceState.Waiting,
        _ when span.Number(TraceNames.Operation) is not null => SliceState.Ready,
        _ when TakesOperations(span) => betweenOperations,
        _ when GrainCall.IsMailbox(span) => SliceState.InMailbox,
        _ when GrainCall.IsTurn(span) => SliceState.Ready,
        _ => SliceState.Waiting,
    };

    private static bool TakesOperations(Span unit) => unit.Attributes.TryGetValue(TraceNames.TakesOperations, out var takes) && takes is true;

    /// <summary>Stretches in which the unit wanted a processor and had none: taken away while it computed, or late for a frame that was due.</summary>
    private IEnumerable<(TimeSpan Start, TimeSpan End)> Interruptions(Span span)
    {
        foreach (var moment in span.Events)
        {
            if (moment.Name is TraceNames.Preempted or TraceNames.Overdue
                && moment.Attributes.TryGetValue(TraceNames.Duration, out var value) && value is double duration)
            {
                // Rounded: one tick cut off would be a slice of its own.
                yield return (offset(moment.Time), offset(moment.Time) + TimeSpan.FromTicks((long)Math.Round(duration * TimeSpan.TicksPerSecond)));
            }
        }
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
