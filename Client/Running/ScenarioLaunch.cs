using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Workers;
using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Running;

/// <summary>One launch of a scenario: its workers are born, warmed up, asked for one trial at a time while all others rest, and ended.</summary>
internal sealed class ScenarioLaunch(
    PlannedScenario scenario, int launch, Steadiness steadiness, WorkerSource source, RunJournal journal, ProgressReporter progress) : IAsyncDisposable
{
    private readonly LaunchWarmUp _warmUp = new(scenario, launch, steadiness, source, journal, progress);

    private readonly IReadOnlyList<WorkerSlot> _slots = [.. scenario.Workers.Select(worker => source.Slot(scenario, worker))];

    private readonly IReadOnlyList<WorkerSlot> _sequential =
    [
        .. scenario.Variants.Where(variant => variant.HasSequential).Select(PlannedWorker.CoresOf).Distinct()
            .Select(cores => source.Slot(scenario, PlannedWorker.InSequence(scenario.Settings, cores))),
    ];

    /// <summary>Starts all workers, each of which goes through its first trials as soon as it is ready; one that is lost is tried again when its first
    /// trial is due.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        progress.Preparing(
            $"{scenario.Scenario.Name}: starting {Quantity.Format(_slots.Count, "{worker}")}" +
            (source.StartsSilos && _slots.Any(slot => slot.Planned.Model == Models.Model.Grains) ? " and the silos" : ""));
        var sequential = _sequential.Select(slot => WorkerSlot.TryAsync(() => slot.StartAsync(cancellation)));
        await Task.WhenAll(sequential.Concat(_slots.Select(slot => WorkerSlot.TryAsync(() => StartAsync(slot, cancellation)))));
    }

    public async Task WarmUpAsync(CancellationToken cancellation)
    {
        foreach (var slot in _sequential.Where(slot => slot.HasWorker))
        {
            await WorkerSlot.TryAsync(() => _warmUp.FinishSequentialAsync(slot, cancellation));
        }

        foreach (var slot in _slots.Where(slot => slot.HasWorker))
        {
            await WorkerSlot.TryAsync(() => _warmUp.FinishAsync(slot, cancellation));
        }
    }

    /// <summary>A trial of every pair, in random order.</summary>
    public async Task RunRoundAsync(int round, Random random, CancellationToken cancellation)
    {
        foreach (var variant in Shuffled(scenario.Variants, random))
        {
            var sequential = await RunSequentiallyAsync(variant, cancellation);
            foreach (var slot in Shuffled(_slots.Where(slot => slot.Planned.Runs(variant)), random))
            {
                await RunTrialAsync(slot, variant, round, sequential, cancellation);
            }
        }

        journal.SaveRest();
    }

    /// <summary>Each pair of these variants once more with traces on, beside the measured rounds.</summary>
    /// <remarks>Before them the quickest of each worker, all at once: listeners and exporters start in those, which are thrown away.</remarks>
    public async Task TraceAsync(Func<IVariant, bool> traces, CancellationToken cancellation)
    {
        List<(WorkerSlot Slot, List<IVariant> Variants)> traced =
        [
            .. from slot in _slots
               where slot.HasWorker
               let variants = scenario.Variants.Where(variant => slot.Planned.Runs(variant) && traces(variant)).ToList()
               where variants.Count > 0
               select (slot, variants),
        ];
        await Task.WhenAll(traced.Select(pair => WorkerSlot.TryAsync(() => StartTracingAsync(pair.Slot, pair.Variants, cancellation))));
        await source.Server.DropSpansAsync(cancellation);
        foreach (var (slot, variants) in traced)
        {
            await WorkerSlot.TryAsync(() => TraceAsync(slot, variants, cancellation));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var end in _slots.Concat(_sequential).Select(slot => slot.DisposeAsync().AsTask()).ToList())
        {
            await end;
        }
    }

    private async Task StartAsync(WorkerSlot slot, CancellationToken cancellation)
    {
        await slot.StartAsync(cancellation);
        await _warmUp.BeginAsync(slot, cancellation);
    }

    private async Task<TimeSpan?> RunSequentiallyAsync(IVariant variant, CancellationToken cancellation)
    {
        TimeSpan? sequential = null;
        if (variant.HasSequential && _sequential.Single(slot => slot.Planned.Runs(variant)) is { HasWorker: true } slot)
        {
            await WorkerSlot.TryAsync(async () =>
                sequential = await slot.DoAsync(worker => worker.RunSequentiallyAsync(new WorkerOrder.RunSequentially(NameOf(slot, variant)), cancellation)));
        }

        return sequential;
    }

    private async Task RunTrialAsync(WorkerSlot slot, IVariant variant, int round, TimeSpan? sequential, CancellationToken cancellation)
    {
        var name = Name(slot, variant, round);
        progress.Started(name);
        WatchedTrial watched;
        try
        {
            if (!slot.HasWorker)
            {
                await slot.StartAsync(cancellation);
                await _warmUp.FinishAsync(slot, cancellation);
            }

            watched = await slot.DoAsync(worker => worker.RunAsync(Order(slot, variant, round, sequential), cancellation));
        }
        catch (WorkerLostException lost)
        {
            watched = new WatchedTrial(Lost(slot, variant, round, lost.Message), [], Interference: null, IsWhole: true);
        }

        // Without its server a trial shows a server that refuses, and nothing of its model.
        source.ThrowIfServerIsLost();
        var trial = watched.Trial with
        {
            Variant = variant.Name,
            Model = slot.Planned.Name,
            Noise = watched.Interference?.Share,
            Stolen = watched.Interference?.Stolen,
            Disturbed = watched.Interference?.Disturbs == true,
        };
        journal.Add(trial, watched.Checks.Select(check => check with { Variant = variant.Name, Model = slot.Planned.Name }));
        progress.Ended(name, trial);
        if (!watched.IsWhole)
        {
            await slot.LoseAsync("a silo ended by itself");
        }
    }

    private Task<WatchedTrial> StartTracingAsync(WorkerSlot slot, IReadOnlyList<IVariant> variants, CancellationToken cancellation)
    {
        var quickest = variants.MinBy(variant => journal.MedianTime(scenario.Scenario.Name, variant.Name, slot.Planned.Name) ?? 0)!; // There is one.
        return slot.DoAsync(worker => worker.TraceAsync(new WorkerOrder.RunTraced(NameOf(slot, quickest), Keep: false), cancellation));
    }

    private async Task TraceAsync(WorkerSlot slot, IReadOnlyList<IVariant> variants, CancellationToken cancellation)
    {
        foreach (var variant in variants)
        {
            var name = Name(slot, variant, TrialName.Traced);
            progress.Started(name);
            var watched = await slot.DoAsync(worker => worker.TraceAsync(new WorkerOrder.RunTraced(NameOf(slot, variant), Keep: true), cancellation));
            progress.Ended(name, watched.Trial);
            await source.Server.KeepSpansAsync(cancellation);
            if (watched.Trial.Metrics.TryGetValue(CommonMetrics.Time.Name, out var time))
            {
                journal.AddTraced(scenario.Scenario.Name, variant.Name, slot.Planned.Name, time);
            }
        }
    }

    private WorkerOrder.RunTrial Order(WorkerSlot slot, IVariant variant, int round, TimeSpan? sequential) =>
        new(NameOf(slot, variant), round, launch, sequential);

    private TrialName Name(WorkerSlot slot, IVariant variant, int round) => new(scenario.Scenario.Name, variant.Name, slot.Planned.Name, round);

    private Trial Lost(WorkerSlot slot, IVariant variant, int round, string why) =>
        new(
            scenario.Scenario.Name, variant.Name, slot.Planned.Name, round, variant.Parameters, new Dictionary<string, double>(),
            new OperationCounts(0, 0, 0, 0), why)
        { Launch = launch };

    private string NameOf(WorkerSlot slot, IVariant variant) => scenario.NameFor(slot.Planned, variant);

    private static T[] Shuffled<T>(IEnumerable<T> items, Random random)
    {
        var array = items.ToArray();
        random.Shuffle(array);
        return array;
    }
}
