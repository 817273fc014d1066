using Interleave.Client.Telemetry.Traces;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Tests.Telemetry;

public sealed class TraceBoundTests
{
    [Fact]
    public void A_small_trace_is_kept_whole_and_says_so()
    {
        var kept = TraceBound.Apply(Trial(operations: 10));

        Assert.Equal(1 + 1 + 20, kept.Spans.Count);
        Assert.Equal(22, kept.Root.Number(TraceNames.SpansKept));
        Assert.Equal(22, kept.Root.Number(TraceNames.SpansTotal));
    }

    [Fact]
    public void A_large_one_keeps_whole_operations_up_to_the_bound()
    {
        var kept = TraceBound.Apply(Trial(operations: 5_000));

        Assert.InRange(kept.Spans.Count, TraceBound.MostSpans - 1, TraceBound.MostSpans);
        TraceShape.AssertConnected(kept);
        Assert.Equal(kept.Spans.Count, kept.Root.Number(TraceNames.SpansKept));
        Assert.Equal(10_002, kept.Root.Number(TraceNames.SpansTotal));
    }

    /// <remarks>A trace cut at its end would keep none of the last quarter.</remarks>
    [Fact]
    public void What_is_kept_is_spread_over_the_whole_trial()
    {
        var kept = TraceBound.Apply(Trial(operations: 5_000)).Spans.Select(span => span.Number(TraceNames.Operation)).OfType<double>().ToList();

        Assert.All(Enumerable.Range(0, 4), quarter => Assert.InRange(kept.Count(number => (int)number / 1_250 == quarter), 180, 320));
    }

    [Fact]
    public void Partners_keep_the_same_operations()
    {
        var trial = new MadeUp(4_000);
        var units = new[] { trial.Unit("ping 1", 0, 4_000), trial.Unit("pong 1", 0, 4_000) };
        for (var number = 0; number < 2_000; number++)
        {
            Array.ForEach(units, unit => trial.Operation(unit, number, number, number + 1));
        }

        var kept = TraceBound.Apply(trial.Trace).Spans.Where(span => span.Number(TraceNames.Operation) is not null)
            .GroupBy(span => span.ParentId, span => span.Number(TraceNames.Operation)).ToList();

        Assert.Equal(2, kept.Count);
        Assert.InRange(kept[0].Except(kept[1]).Count(), 0, 1);
    }

    [Fact]
    public void An_operation_too_large_for_any_trace_keeps_its_beginning_level_by_level()
    {
        var trial = new MadeUp(10_000);
        var level = new List<Interleave.Silo.Telemetry.Span> { trial.Operation(trial.Unit("unit 1", 0, 10_000), 1, 0, 10_000) };
        for (var depth = 0; depth < 11; depth++)
        {
            level = [.. level.SelectMany(parent => Enumerable.Range(0, 2).Select(_ => trial.Add(parent, $"call {depth}", 0, 10_000)))];
        }

        var kept = TraceBound.Apply(trial.Trace);

        Assert.Equal(TraceBound.MostSpans, kept.Spans.Count);
        TraceShape.AssertConnected(kept);
        Assert.Equal(512, kept.Spans.Count(span => span.Name == "call 8"));
        Assert.Equal(TraceBound.MostSpans - 1_025, kept.Spans.Count(span => span.Name == "call 9"));
    }

    [Fact]
    public void What_processes_left_out_counts_in_the_total_and_is_no_span_of_its_own()
    {
        var trial = new MadeUp(10);
        trial.Unit("unit 1", 0, 10);
        var trace = trial.Trace;
        var leftOut = Interleave.Silo.Telemetry.Span.LeftOut(System.Diagnostics.ActivityTraceId.CreateFromString(trace.TraceId), 1_000, MadeUp.Silo);

        var kept = TraceBound.Apply(trace with { Spans = [.. trace.Spans, leftOut] });

        Assert.Equal(2, kept.Spans.Count);
        Assert.Equal(2, kept.Root.Number(TraceNames.SpansKept));
        Assert.Equal(1_002, kept.Root.Number(TraceNames.SpansTotal));
    }

    private static Client.Telemetry.Traces.Trace Trial(int operations)
    {
        var random = new Random(1);
        var trial = new MadeUp(operations);
        var unit = trial.Unit("unit 1", 0, operations);
        for (var number = 0; number < operations; number++)
        {
            var id = random.NextInt64().ToString("x16", null);
            var operation = trial.Add(
                unit, "operation", number, number + 1, span => MadeUp.With(span, TraceNames.Operation, (long)number) with { SpanId = id });
            trial.Wait(operation, number, number + 1);
        }

        return trial.Trace;
    }
}
