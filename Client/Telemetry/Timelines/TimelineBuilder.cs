using Interleave.Client.Models;
using Interleave.Client.Telemetry.Traces;
using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Timelines;

/// <summary>Lays the spans of a trial out as lanes of units and of threads.</summary>
/// <remarks>
/// A unit's state is what the innermost span at that moment tells: a computing step runs, but for the stretches in which its processor was
/// taken away; a wait, a call on its way and an answering server are waited for; the rest of an operation is ready: begun, and neither
/// shown to run nor to wait for anything.
/// </remarks>
internal sealed class TimelineBuilder
{
    private readonly Trace _trace;
    private readonly ILookup<string?, Span> _children;
    private readonly bool _blocks;

    private TimelineBuilder(Trace trace)
    {
        _trace = trace;
        _blocks = Model.All.Any(model => model.Name == trace.Model && model.Blocks);
        _children = trace.Spans.OrderBy(span => span.Start).ToLookup(span => span.ParentId);
    }

    public static Timeline Build(Trace trace) => new TimelineBuilder(trace).Build();

    private Timeline Build()
    {
        var units = _trace.Spans.Where(span => span.Text(TraceNames.Unit) is not null).ToList();
        if (_children[_trace.Root.SpanId].Any(span => span.Text(TraceNames.Unit) is null))
        {
            units.Insert(0, _trace.Root); // What the trial did by itself, beside its units.
        }

        var share = _trace.Root.Number(TraceNames.OperationsTotal) is { } total and > 0 ? (_trace.Root.Number(TraceNames.OperationsTraced) ?? 0) / total : 1;
        var states = new UnitStates(_children, Offset, share == 1 ? SliceState.Ready : null);
        return new Timeline(
            _trace.TraceId,
            _trace.Scenario,
            _trace.Variant,
            _trace.Model,
            _trace.Root.Duration,
            [.. units.Select(unit => UnitLane(unit, states)), .. ThreadLanes(units, states)],
            [.. units.SelectMany(Marks).OrderBy(mark => mark.At)])
        {
            OperationsShare = share,
            UnitsTotal = (int)(_trace.Root.Number(TraceNames.UnitsTotal) ?? 0),
        };
    }

    private static Lane UnitLane(Span unit, UnitStates states) =>
        new(LaneKind.Unit, NameOf(unit), unit.Process.ServiceName, unit.Process.ProcessId, null, states.Of(unit, NameOf(unit)));

    private IEnumerable<Lane> ThreadLanes(IReadOnlyList<Span> units, UnitStates states) =>
        from unit in units
        from span in Descendants(unit)
        where span.ThreadId is not null && HoldsItsThread(span)
        from slice in states.Slices(span, NameOf(unit), Offset(span.Start), Offset(span.End))
        group slice by (span.Process, span.ThreadId) into thread
        orderby thread.Key.Process.ServiceName descending, thread.Key.Process.ProcessId, thread.Key.ThreadId
        select new Lane(
            LaneKind.Thread,
            $"thread {thread.Key.ThreadId}",
            thread.Key.Process.ServiceName,
            thread.Key.Process.ProcessId,
            thread.Key.ThreadId,
            [.. OneAfterTheOther(thread)]);

    /// <summary>What was within something else on the same thread, or seemed to be by the clocks of two units, gives way to it.</summary>
    private static IEnumerable<Slice> OneAfterTheOther(IEnumerable<Slice> slices)
    {
        var at = TimeSpan.MinValue;
        foreach (var slice in slices.OrderBy(slice => slice.Start).ThenByDescending(slice => slice.End))
        {
            if (slice.End > at)
            {
                yield return slice with { Start = slice.Start > at ? slice.Start : at };
                at = slice.End;
            }
        }
    }

    /// <summary>A computing step never leaves its thread; a wait keeps it where the model blocks.</summary>
    private bool HoldsItsThread(Span span) => span.Text(TraceNames.Step) == TraceNames.Compute
        || ((span.Text(TraceNames.Step) == TraceNames.Wait || span.Source == "System.Net.Http")
            && _blocks && span.Process == _trace.Root.Process);

    private IEnumerable<Mark> Marks(Span unit)
    {
        yield return new Mark(MarkKind.Start, Offset(unit.Start), NameOf(unit), NameOf(unit));
        foreach (var moment in Descendants(unit).SelectMany(span => span.Events))
        {
            if (KindOf(moment) is { } kind)
            {
                yield return new Mark(kind, Offset(moment.Time), NameOf(unit), moment.Name);
            }
        }
    }

    private static MarkKind? KindOf(SpanEvent moment) => moment.Name switch
    {
        TraceNames.Frame => MarkKind.Frame,
        TraceNames.Cancel => MarkKind.Cancel,
        TraceNames.Crash or "exception" => MarkKind.Crash,
        TraceNames.Reactivation => MarkKind.Reactivation,
        _ => null,
    };

    private IEnumerable<Span> Descendants(Span span) =>
        _children[span.SpanId].Where(child => child.Text(TraceNames.Unit) is null).SelectMany(Descendants).Prepend(span);

    private static string NameOf(Span unit) => unit.Text(TraceNames.Unit) ?? "main";

    private TimeSpan Offset(long unixNanoseconds) => TimeSpan.FromTicks((unixNanoseconds - _trace.Root.Start) / TimeSpan.NanosecondsPerTick);
}
