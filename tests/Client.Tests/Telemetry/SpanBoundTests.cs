using System.Diagnostics;
using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Tests.Telemetry;

/// <remarks>Not beside tests that listen to the same spans.</remarks>
[Collection(TracedTrials.Name)]
public sealed class SpanBoundTests
{
    private const int Most = 5;

    [Fact]
    public void A_trace_has_no_more_spans_than_the_bound_and_the_others_are_counted_once()
    {
        var bound = new SpanBound(Most);
        var large = ActivityTraceId.CreateRandom();
        var small = ActivityTraceId.CreateRandom();

        Assert.Equal(Most, Enumerable.Range(0, 12).Count(_ => bound.TryTake(large)));
        Assert.True(bound.TryTake(small));

        Assert.Equal([(large, 7L)], bound.TakeLeftOut());
        Assert.False(bound.TryTake(large));
        Assert.Equal([(large, 1L)], bound.TakeLeftOut());
    }

    [Fact]
    public void After_a_reset_the_bound_counts_from_nothing()
    {
        var bound = new SpanBound(1);
        var trace = ActivityTraceId.CreateRandom();
        bound.TryTake(trace);
        bound.TryTake(trace);

        bound.Reset();

        Assert.Empty(bound.TakeLeftOut());
        Assert.True(bound.TryTake(trace));
    }

    /// <remarks>One operation of the scenario tree makes a call for each of a million grains.</remarks>
    [Fact]
    public void One_operation_with_very_many_steps_is_recorded_up_to_the_bound_beside_its_trial()
    {
        var bound = new SpanBound(Most);
        var ended = new List<Activity>();
        using var listener = new SpanListener(bound, ended.Add);

        using (var trial = TraceSources.Trials.StartActivity("trial"))
        {
            for (var step = 0; step < 100; step++)
            {
                using var span = TraceSources.Work.StartActivity("step");
            }

            Assert.Equal([(trial!.TraceId, 100L - Most)], bound.TakeLeftOut()); // Somebody listens to it.
        }

        Assert.Equal(Most + 1, ended.Count);
    }
}
