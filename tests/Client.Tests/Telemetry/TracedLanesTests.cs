using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Tracing;
using Interleave.Client.Models;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Cpu;
using Interleave.Client.Scenarios.Spinner;
using Interleave.Client.Telemetry.Timelines;
using Interleave.Grains.Work;

namespace Interleave.Client.Tests.Telemetry;

/// <summary>The lanes of trials that really ran, traced in this process.</summary>
[Collection(TracedTrials.Name)]
public sealed class TracedLanesTests : IDisposable
{
    /// <summary>What the clocks of two threads may disagree by, and an interrupt may take.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMicroseconds(100);

    private readonly TrialTracer _tracer = new();

    [Fact]
    public async Task Threads_never_run_more_at_once_than_there_are_cores()
    {
        var timeline = TimelineBuilder.Build(await _tracer.TraceAsync(new CpuOnThreads(), units: 3 * Environment.ProcessorCount));

        Assert.InRange(timeline.MostRunningAtOnce(LaneKind.Thread, Grain), 1, Environment.ProcessorCount);
        Assert.InRange(timeline.MostRunningAtOnce(LaneKind.Unit, Grain), 1, Environment.ProcessorCount);
        Assert.Equal(3 * Environment.ProcessorCount, timeline.Units.Count());
    }

    [Fact]
    public async Task Threads_that_had_no_core_are_seen_to_be_ready()
    {
        var timeline = TimelineBuilder.Build(await _tracer.TraceAsync(new CpuOnThreads(), units: 3 * Environment.ProcessorCount));

        Assert.Contains(timeline.Threads.SelectMany(lane => lane.Slices), slice => slice.State == SliceState.Ready);
    }

    [Fact]
    public async Task A_loop_never_runs_two_units_at_once()
    {
        var timeline = TimelineBuilder.Build(await _tracer.TraceAsync(new CpuOnLoop(), units: 4));

        Assert.Equal(1, timeline.MostRunningAtOnce(LaneKind.Unit, TimeSpan.Zero));
        Assert.Single(timeline.Threads);
        Assert.Equal(4, timeline.Units.Count());
    }

    [Fact]
    public async Task Slices_of_a_lane_are_in_order_and_do_not_overlap()
    {
        var timeline = TimelineBuilder.Build(await _tracer.TraceAsync(new CpuOnTasks(), units: 4));

        Assert.All(
            timeline.Lanes,
            lane => Assert.All(lane.Slices.Zip(lane.Slices.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, $"{lane.Name}: {pair}")));
    }

    [Fact]
    public async Task Partners_have_a_lane_each_named_for_what_they_are()
    {
        var trace = await _tracer.TraceAsync("threads", trial =>
        {
            var ping = trial.Offer(new ClosedLoad(1, 3) { UnitName = "ping" }, CancellationToken.None);
            var pong = trial.Offer(new ClosedLoad(1, 3) { UnitName = "pong" }, CancellationToken.None);
            ThreadGroup.Start(() => Take(ping), () => Take(pong)).Join();
            return Task.CompletedTask;
        });

        Assert.Equal(["ping 1", "pong 1"], TimelineBuilder.Build(trace).Units.Select(lane => lane.Name).Order());

        static void Take(Operations operations)
        {
            foreach (var operation in operations)
            {
                operation.Run(() => Primes.Count(new NumberRange(0, 10)));
            }
        }
    }

    [Fact]
    public async Task What_a_unit_without_operations_does_is_in_a_lane_of_its_own()
    {
        var trace = await _tracer.TraceAsync("threads", trial =>
        {
            ThreadGroup.Start(2, () =>
            {
                using var unit = trial.Unit("idle");
                Primes.Count(new NumberRange(0, 100));
            }).Join();
            return Task.CompletedTask;
        });

        var lanes = TimelineBuilder.Build(trace).Units.ToList();
        Assert.Equal(["idle 1", "idle 2"], lanes.Select(lane => lane.Name).Order());
        Assert.All(lanes, lane => Assert.Contains(lane.Slices, slice => slice.State == SliceState.Running));
    }

    [Fact]
    public async Task Of_many_units_without_operations_the_first_are_shown()
    {
        const int Units = 10_000;
        var recorder = new TrialRecorder();
        var trace = await _tracer.TraceAsync("tasks", async trial =>
        {
            var end = new TaskCompletionSource();
            var units = Enumerable.Range(0, Units).Select(_ => IdleAsync(trial, end.Task)).ToList();
            end.SetResult();
            await Task.WhenAll(units);
        }, recorder);

        Assert.Equal((TraceTally.MostUnits, Units), (TimelineBuilder.Build(trace).Units.Count(), TimelineBuilder.Build(trace).UnitsTotal));
        Assert.Equal(Units, recorder.Units.Peak);

        static async Task IdleAsync(TrialContext trial, Task end)
        {
            using var unit = trial.Unit("idle");
            await end;
        }
    }

    [Fact]
    public async Task A_spinner_that_a_busy_loop_freezes_is_ready_and_shows_no_frame()
    {
        var trace = await _tracer.TraceAsync("loop", async _ =>
        {
            var frames = new FrameClock(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
            Primes.Count(new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + 20_000));
            frames.Stop();
        });

        var timeline = TimelineBuilder.Build(trace);
        var spinner = Assert.Single(timeline.Units, lane => lane.Name == "spinner");

        Assert.DoesNotContain(timeline.Marks, mark => mark.Kind == MarkKind.Frame);
        Assert.Equal(SliceState.Ready, spinner.Slices[^1].State);
        Assert.True(spinner.Slices[^1].Duration > spinner.Slices[0].Duration);
    }

    [Fact]
    public async Task The_moment_at_which_a_spinner_is_told_to_stop_is_marked()
    {
        var numbers = new NumberRange(1, 100);
        var job = new SpinnerJob(TimeSpan.FromMilliseconds(1), _ => new SlowComputation(numbers), PrimeSieve.Count(numbers));
        foreach (var workload in new Workload<SpinnerJob, SpinnerAnswer>[] { new SpinnerOnThreads(), new SpinnerOnTasks(), new SpinnerOnLoop() })
        {
            var timeline = TimelineBuilder.Build(await _tracer.TraceAsync(workload.Model.Name, trial => workload.RunAsync(job, trial, CancellationToken.None)));

            var told = Assert.Single(timeline.Marks, mark => mark.Kind == MarkKind.Cancel);
            Assert.Equal("main", told.Lane);
        }
    }

    public void Dispose() => _tracer.Dispose();
}
