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
