using Interleave.Client.Telemetry.Timelines;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Tests.Telemetry;

public sealed class TimelineBuilderTests
{
    [Fact]
    public void An_operation_is_ready_until_it_runs_or_waits()
    {
        var trial = new MadeUp(100);
        var operation = trial.Operation(trial.Unit("unit 1", 0, 100), 0, 10, 60);
        trial.Wait(operation, 15, 40);
        trial.Compute(operation, 45, 60);

        var lane = Assert.Single(TimelineBuilder.Build(trial.Trace).Units);

        Assert.Equal(
            [
                (SliceState.Waiting, 0.0, 10.0),
                (SliceState.Ready, 10, 15),
                (SliceState.Waiting, 15, 40),
                (SliceState.Ready, 40, 45),
                (SliceState.Running, 45, 60),
                (SliceState.Waiting, 60, 100),
            ],
            lane.Slices.Select(Described));
    }

    [Fact]
    public void A_computing_thread_is_ready_while_its_processor_is_taken_away()
    {
        var trial = new MadeUp(100, "threads");
        var operation = trial.Operation(trial.Unit("unit 1", 0, 100), 0, 0, 100);
        trial.Compute(operation, 0, 100, 7, MadeUp.Event(TraceNames.Preempted, 20, 30));

        var lane = Assert.Single(TimelineBuilder.Build(trial.Trace).Threads);

        Assert.Equal(7, lane.ThreadId);
        Assert.Equal([(SliceState.Running, 0.0, 20.0), (SliceState.Ready, 20, 50), (SliceState.Running, 50, 100)], lane.Slices.Select(Described));
    }

    [Fact]
    public void A_call_waits_on_the_wire_and_then_in_the_mailbox()
    {
        var trial = new MadeUp(100, "grains");
        var operation = trial.Operation(trial.Unit("unit 1", 0, 100), 0, 0, 100);
        var turn = trial.GrainCall(operation, 0, 100, (5, 40), 95);
        trial.Compute(turn, 40, 95);

        var timeline = TimelineBuilder.Build(trial.Trace);

        Assert.Equal(
            [(SliceState.Waiting, 0.0, 5.0), (SliceState.InMailbox, 5, 40), (SliceState.Running, 40, 95), (SliceState.Waiting, 95, 100)],
            Assert.Single(timeline.Units).Slices.Select(Described));
    }

    [Fact]
    public void A_wait_holds_its_thread_only_where_the_model_blocks()
    {
        Assert.Contains(TimelineBuilder.Build(Waiting("threads")).Threads, lane => lane.Slices.Any(slice => slice.State == SliceState.Waiting));
        Assert.Empty(TimelineBuilder.Build(Waiting("tasks")).Threads);

        static Client.Telemetry.Traces.Trace Waiting(string model)
        {
            var trial = new MadeUp(10, model);
            trial.Wait(trial.Operation(trial.Unit("unit 1", 0, 10), 0, 0, 10), 0, 10);
            return trial.Trace;
        }
    }

    [Fact]
    public void A_unit_that_another_one_started_has_a_lane_of_its_own()
    {
        var trial = new MadeUp(100, "grains");
        var turn = trial.GrainCall(trial.Root, 0, 10, (1, 2), 9);
        trial.Add(turn, "spinner", 5, 100, span => MadeUp.With(span, TraceNames.Unit, "spinner"));

        var timeline = TimelineBuilder.Build(trial.Trace);

        Assert.Equal(["main", "spinner"], timeline.Units.Select(lane => lane.Name));
        Assert.Equal(TimeSpan.FromMilliseconds(5), timeline.Units.Last().Slices[0].Start);
    }

    [Fact]
    public void Starts_frames_crashes_and_cancellations_are_marked()
    {
        var trial = new MadeUp(100);
        trial.Add(trial.Root, "unit 1", 10, 90, span => MadeUp.With(span, TraceNames.Unit, "unit 1") with
        {
            Events =
            [
                MadeUp.Event(TraceNames.Frame, 20, 0), MadeUp.Event(TraceNames.Crash, 30, 0), MadeUp.Event(TraceNames.Reactivation, 40, 0),
                MadeUp.Event(TraceNames.Cancel, 50, 0),
            ],
        });

        Assert.Equal(
            [(MarkKind.Start, 10.0), (MarkKind.Frame, 20), (MarkKind.Crash, 30), (MarkKind.Reactivation, 40), (MarkKind.Cancel, 50)],
            TimelineBuilder.Build(trial.Trace).Marks.Select(mark => (mark.Kind, mark.At.TotalMilliseconds)));
    }

    [Fact]
    public void The_most_running_at_once_leaves_out_overlaps_within_the_grain_of_the_clocks()
    {
        var trial = new MadeUp(100, "threads");
        trial.Compute(trial.Operation(trial.Unit("unit 1", 0, 100), 0, 0, 50), 0, 50, 1);
        trial.Compute(trial.Operation(trial.Unit("unit 2", 0, 100), 1, 49.99, 90), 49.99, 90, 2);
        var timeline = TimelineBuilder.Build(trial.Trace);

        Assert.Equal(2, timeline.MostRunningAtOnce(LaneKind.Thread, TimeSpan.Zero));
        Assert.Equal(1, timeline.MostRunningAtOnce(LaneKind.Thread, TimeSpan.FromMicroseconds(50)));
    }

    private static (SliceState, double, double) Described(Slice slice) => (slice.State, slice.Start.TotalMilliseconds, slice.End.TotalMilliseconds);
}
