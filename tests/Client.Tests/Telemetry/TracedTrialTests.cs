using System.Collections.Concurrent;
using System.Diagnostics;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Tracing;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Cpu;
using Interleave.Client.Scenarios.Spinner;
using Interleave.Client.Telemetry.Timelines;
using Interleave.Client.Telemetry.Traces;
using Interleave.Client.Tests.Scenarios;
using Interleave.Grains.Tracing;
using Interleave.Grains.Work;
using Interleave.Silo.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;

namespace Interleave.Client.Tests.Telemetry;

/// <summary>Trials that really ran, traced in this process.</summary>
[Collection(nameof(TracedTrialTests))]
public sealed class TracedTrialTests : IDisposable
{
    /// <summary>What the clocks of two threads may disagree by, and an interrupt may take.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMicroseconds(100);

    private readonly DirectoryInfo _spans = Directory.CreateTempSubdirectory("interleave-test-");
    private readonly TraceCollector _collector;

    public TracedTrialTests() =>
        _collector = new TraceCollector(ProcessResource.OfThisProcess(ProcessResource.Worker, "test"), _spans.FullName, NullLogger.Instance);

    public void Dispose() => _spans.Delete(recursive: true);

    [Fact]
    public async Task Threads_never_run_more_at_once_than_there_are_cores()
    {
        var timeline = TimelineBuilder.Build(await TraceAsync(new CpuOnThreads(), units: 3 * Environment.ProcessorCount));

        Assert.InRange(timeline.MostRunningAtOnce(LaneKind.Thread, Grain), 1, Environment.ProcessorCount);
        Assert.InRange(timeline.MostRunningAtOnce(LaneKind.Unit, Grain), 1, Environment.ProcessorCount);
        Assert.Equal(3 * Environment.ProcessorCount, timeline.Units.Count());
    }

    [Fact]
    public async Task Threads_that_had_no_core_are_seen_to_be_ready()
    {
        var timeline = TimelineBuilder.Build(await TraceAsync(new CpuOnThreads(), units: 3 * Environment.ProcessorCount));

        Assert.Contains(timeline.Threads.SelectMany(lane => lane.Slices), slice => slice.State == SliceState.Ready);
    }

    [Fact]
    public async Task A_loop_never_runs_two_units_at_once()
    {
        var timeline = TimelineBuilder.Build(await TraceAsync(new CpuOnLoop(), units: 4));

        Assert.Equal(1, timeline.MostRunningAtOnce(LaneKind.Unit, TimeSpan.Zero));
        Assert.Single(timeline.Threads);
        Assert.Equal(4, timeline.Units.Count());
    }

    [Fact]
    public async Task Slices_of_a_lane_are_in_order_and_do_not_overlap()
    {
        var timeline = TimelineBuilder.Build(await TraceAsync(new CpuOnTasks(), units: 4));

        Assert.All(
            timeline.Lanes,
            lane => Assert.All(lane.Slices.Zip(lane.Slices.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, $"{lane.Name}: {pair}")));
    }

    [Fact]
    public async Task Every_model_has_the_same_shape_trial_unit_operation_step()
    {
        foreach (var workload in new Workload<CpuJob, CpuAnswer>[] { new CpuOnThreads(), new CpuOnTasks(), new CpuOnLoop() })
        {
            var trace = await TraceAsync(workload, units: 2);

            TraceShape.AssertConnected(trace);
            TraceShape.AssertNested(trace);
            Assert.Equal(2, trace.Spans.Count(span => span.ParentId == trace.Root.SpanId && span.Text(TraceNames.Unit) is not null));
            var operations = trace.Spans.Where(span => span.Number(TraceNames.Operation) is not null).ToDictionary(span => span.SpanId);
            Assert.Equal(32, operations.Count);
            var steps = trace.Spans.Where(span => span.Text(TraceNames.Step) == TraceNames.Compute).ToList();
            Assert.Equal(32, steps.Count);
            Assert.All(steps, step => Assert.Contains(step.ParentId!, operations.Keys));
        }
    }

    [Fact]
    public async Task A_large_load_is_traced_evenly_and_within_bounds()
    {
        const int Operations = 50_000;
        var strays = 0;
        var trace = await TraceAsync("tasks", async trial =>
        {
            var operations = trial.Offer(new ClosedLoad(1_000, Operations), CancellationToken.None);
            await Task.WhenAll(Enumerable.Range(0, 1_000).Select(async _ =>
            {
                await foreach (var operation in operations)
                {
                    await operation.RunAsync(async () =>
                    {
                        await Task.Yield();
                        using var step = WaitStep.Start("answer");
                        strays += step is null && Activity.Current is not null ? 1 : 0;
                    });
                }
            }));
        });

        var numbers = trace.Spans.Select(span => span.Number(TraceNames.Operation)).OfType<double>().ToList();
        Assert.Equal(0, strays);
        Assert.InRange(numbers.Count, 200, 240);
        Assert.InRange(trace.Spans.Count, 2 * numbers.Count, TraceBound.MostSpans);
        Assert.Equal(Operations, trace.Root.Number(TraceNames.OperationsTotal));
        Assert.Equal(numbers.Count, trace.Root.Number(TraceNames.OperationsTraced));
        Assert.All(Enumerable.Range(0, 4), quarter => Assert.InRange(numbers.Count(number => (int)number / (Operations / 4) == quarter), 45, 65));
    }

    [Fact]
    public async Task Partners_have_a_lane_each_named_for_what_they_are()
    {
        var trace = await TraceAsync("threads", trial =>
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
        var trace = await TraceAsync("threads", trial =>
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
        var trace = await TraceAsync("tasks", async trial =>
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
    public async Task A_trial_is_traced_while_it_is_timed_and_no_longer()
    {
        var workload = new MadeUpWorkload();
        var variant = new MadeUpScenario(workload).Variants(new Settings(Profile.Quick, new Dictionary<string, double>()))[0];

        var trace = await TraceAsync("tasks", trial => variant.RunAsync(Model.Tasks, trial, CancellationToken.None));

        var run = Assert.Single(trace.Spans, span => span != trace.Root);
        Assert.Equal("run", run.Name);
        Assert.InRange(run.Start, trace.Root.Start, trace.Root.End);
        Assert.Equal(["prepare", "run", "clean up"], workload.Calls);
    }

    [Fact]
    public async Task A_failed_operation_says_why()
    {
        var trace = await TraceAsync("threads", trial =>
        {
            foreach (var operation in trial.Offer(new ClosedLoad(1, 1), CancellationToken.None))
            {
                operation.Run(() => throw new InvalidOperationException("no such luck"));
            }

            return Task.CompletedTask;
        });

        var failed = Assert.Single(trace.Spans, span => span.Status == ActivityStatusCode.Error);
        Assert.Equal("no such luck", failed.StatusDescription);
        Assert.Equal("System.InvalidOperationException", failed.Text("error.type"));
    }

    [Fact]
    public async Task A_spinner_that_a_busy_loop_freezes_is_ready_and_shows_no_frame()
    {
        var trace = await TraceAsync("loop", async _ =>
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
            var timeline = TimelineBuilder.Build(await TraceAsync(workload.Model.Name, trial => workload.RunAsync(job, trial, CancellationToken.None)));

            var told = Assert.Single(timeline.Marks, mark => mark.Kind == MarkKind.Cancel);
            Assert.Equal("main", told.Lane);
        }
    }

    [Fact]
    public async Task What_runs_outside_a_traced_trial_leaves_no_span()
    {
        var heard = new ConcurrentQueue<string>();
        using var source = new ActivitySource(TraceSources.Work.Name);
        using var listener = new SpanListener(new SpanBound(), span => heard.Enqueue(span.Source == source ? span.DisplayName : ""));

        await Task.Run(() => source.StartActivity("stray")?.Dispose());

        Assert.DoesNotContain("stray", heard);
    }

    private Task<Client.Telemetry.Traces.Trace> TraceAsync(Workload<CpuJob, CpuAnswer> workload, int units)
    {
        var job = new CpuJob(new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + 30_000), new ClosedLoad(units, 32));
        return TraceAsync(workload.Model.Name, trial => workload.RunAsync(job, trial, CancellationToken.None));
    }

    private async Task<Client.Telemetry.Traces.Trace> TraceAsync(string model, Func<TrialContext, Task> body, TrialRecorder? recorder = null)
    {
        var context = new TrialContext(recorder ?? new TrialRecorder(), new Uri("http://127.0.0.1"), null, null);
        await _collector.TraceAsync("test", "made up", model, async () =>
        {
            await body(context);
            return true;
        });
        return TraceCollector.Collect(_spans.FullName)[^1];
    }
}
