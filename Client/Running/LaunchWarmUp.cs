using System.Collections.Concurrent;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Workers;
using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Running;

/// <summary>The trials of one launch before those that count: until each worker's code is compiled, and its figures are steady.</summary>
internal sealed class LaunchWarmUp(
    PlannedScenario scenario, int launch, Steadiness steadiness, WorkerSource source, RunJournal journal, ProgressReporter progress)
{
    private readonly ConcurrentDictionary<WorkerSlot, Dictionary<string, WarmUpSample>> _first = [];

    /// <summary>A first trial of every variant, while other workers do the same: these compile, so their times would say nothing anyway.</summary>
    /// <remarks>What fails beside so many others is tried again by itself.</remarks>
    public async Task BeginAsync(WorkerSlot slot, CancellationToken cancellation)
    {
        var samples = new Dictionary<string, WarmUpSample>();
        foreach (var variant in scenario.Variants.Where(slot.Planned.Runs))
        {
            var watched = await TryOutAsync(slot, variant, cancellation);
            progress.Prepared();
            samples[variant.Name] = Sample(watched.Trial) with { Time = null };
        }

        _first[slot] = samples;
    }

    /// <summary>Tries every variant until it is steady, then measures what the worker does when it has nothing to do.</summary>
    public async Task FinishAsync(WorkerSlot slot, CancellationToken cancellation)
    {
        _ = _first.TryRemove(slot, out var first); // Once: should this worker be lost, the next one has to compile again.
        foreach (var variant in scenario.Variants.Where(slot.Planned.Runs))
        {
            List<WarmUpSample> samples = first?.TryGetValue(variant.Name, out var sample) == true ? [sample] : [];
            WarmUp state;
            do
            {
                var name = new TrialName(scenario.Scenario.Name, variant.Name, slot.Planned.Name, TrialName.WarmUp);
                progress.Started(name);
                var watched = await TryOutAsync(slot, variant, cancellation);
                progress.Ended(name, watched.Trial);
                samples.Add(Sample(watched.Trial));
                state = watched.Trial.Error is null ? steadiness.Judge(samples) : WarmUp.NeverSteady;
            }
            while (state == WarmUp.GoesOn);
            journal.Add(new WarmUpOutcome(scenario.Scenario.Name, variant.Name, slot.Planned.Name, samples.Count, state == WarmUp.Steady)
            {
                Launch = launch,
                CompilingShare = samples[^1].CompilingShare,
            });
        }

        var empty = await slot.DoAsync(worker =>
            worker.RunAsync(new WorkerOrder.RunTrial(EmptyVariant.NameOfAll, TrialName.Empty, launch, Sequential: null), cancellation));
        journal.Add(new EmptyTrial(scenario.Scenario.Name, slot.Planned.Name, slot.Planned.Cores, launch, empty.Trial.Metrics));
    }

    public async Task FinishSequentialAsync(WorkerSlot slot, CancellationToken cancellation)
    {
        foreach (var variant in scenario.Variants.Where(variant => variant.HasSequential && slot.Planned.Runs(variant)))
        {
            var samples = new List<WarmUpSample>();
            do
            {
                var order = new WorkerOrder.RunSequentially(scenario.NameFor(slot.Planned, variant));
                var elapsed = await slot.DoAsync(worker => worker.RunSequentiallyAsync(order, cancellation));
                samples.Add(new WarmUpSample(elapsed?.TotalSeconds ?? 0, CpuTime: null, Compiling: null));
            }
            while (steadiness.Judge(samples) == WarmUp.GoesOn);
        }
    }

    private async Task<WatchedTrial> TryOutAsync(WorkerSlot slot, IVariant variant, CancellationToken cancellation)
    {
        var order = new WorkerOrder.RunTrial(scenario.NameFor(slot.Planned, variant), TrialName.WarmUp, launch, Sequential: null);
        var watched = await slot.DoAsync(worker => worker.RunAsync(order, cancellation));
        source.ThrowIfServerIsLost();
        return watched;
    }

    private static WarmUpSample Sample(Trial trial) => new(
        trial.Metrics.GetValueOrDefault(CommonMetrics.Time.Name), Known(trial, CommonMetrics.CpuTime), Known(trial, CommonMetrics.Compiling));

    private static double? Known(Trial trial, Metric metric) => trial.Metrics.TryGetValue(metric.Name, out var value) ? value : null;
}
