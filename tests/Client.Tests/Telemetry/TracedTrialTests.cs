using System.Collections.Concurrent;
using System.Diagnostics;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Tracing;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Cpu;
using Interleave.Client.Telemetry.Traces;
using Interleave.Client.Tests.Scenarios;
using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Tests.Telemetry;

/// <summary>The spans of trials that really ran, traced in this process.</summary>
[Collection(TracedTrials.Name)]
public sealed class TracedTrialTests : IDisposable
{
    private readonly TrialTracer _tracer = new();

    [Fact]
    public async Task Every_model_has_the_same_shape_trial_unit_operation_step()
    {
        foreach (var workload in new Workload<CpuJob, CpuAnswer>[] { new CpuOnThreads(), new CpuOnTasks(), new CpuOnLoop() })
        {
            var trace = await _tracer.TraceAsync(workload, units: 2);

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
        var trace = await _tracer.TraceAsync("tasks", async trial =>
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
    public async Task A_trial_is_traced_while_it_is_timed_and_no_longer()
    {
        var workload = new MadeUpWorkload();
        var variant = new MadeUpScenario(workload).Variants(new Settings(Profile.Quick, new Dictionary<string, double>()))[0];

        var trace = await _tracer.TraceAsync("tasks", trial => variant.RunAsync(Model.Tasks, trial, CancellationToken.None));

        var run = Assert.Single(trace.Spans, span => span != trace.Root);
        Assert.Equal("run", run.Name);
        Assert.InRange(run.Start, trace.Root.Start, trace.Root.End);
        Assert.Equal(["prepare", "run", "clean up"], workload.Calls);
    }

    [Fact]
    public async Task A_failed_operation_says_why()
    {
        var trace = await _tracer.TraceAsync("threads", trial =>
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
    public async Task What_runs_outside_a_traced_trial_leaves_no_span()
    {
        var heard = new ConcurrentQueue<string>();
        using var source = new ActivitySource(TraceSources.Work.Name);
        using var listener = new SpanListener(new SpanBound(), span => heard.Enqueue(span.Source == source ? span.DisplayName : ""));

        await Task.Run(() => source.StartActivity("stray")?.Dispose());

        Assert.DoesNotContain("stray", heard);
    }

    public void Dispose() => _tracer.Dispose();
}
