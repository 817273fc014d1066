using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Running;
using Interleave.Client.Workers;
using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Capacity;

/// <summary>Searches the capacity of every model, one after the other, each over several launches of its worker.</summary>
internal sealed class CapacityRunner(CapacityRequest request, WorkerSource source, RunJournal journal, ProgressReporter progress)
{
    private const double LowestRate = 0.5;
    private const double HighestRate = 100_000;
    private const int WarmUps = 2;
    private const int TriesAfterDisturbance = 3;
    private const double WarmUpSeconds = 1;
    private const string SecondsParameter = "seconds";

    private readonly GoalJudge _judge = new(request.Goal);
    private readonly FirstToGiveOut _first = new(request.Goal, Environment.ProcessorCount, request.BusiestKey);
    private int _trials;

    public async Task<IReadOnlyList<ModelCapacity>> RunAsync(CancellationToken cancellation)
    {
        var found = new List<ModelCapacity>();
        foreach (var worker in request.Scenario.Workers)
        {
            found.Add(await FindAsync(worker, worker.Model ?? Model.Baseline, cancellation));
        }

        return found;
    }

    /// <summary>The variant that offers an open load at a rate, as the worker will call it.</summary>
    public static string? VariantAt(PlannedScenario scenario, IReadOnlyDictionary<string, double> parameters) => scenario.Scenario
        .Variants(new Scenarios.Settings(Profile.Quick, parameters))
        .Select(variant => variant.Name)
        .FirstOrDefault(name => name.StartsWith("arriving ", StringComparison.Ordinal));

    private async Task<ModelCapacity> FindAsync(PlannedWorker worker, Model model, CancellationToken cancellation)
    {
        var (brackets, asked) = (new List<Bracket>(), new List<RateTrial>());
        for (var launch = 1; launch <= request.Effort.Launches; launch++)
        {
            progress.Preparing($"{request.Scenario.Scenario.Name}: {model.Name}, launch {launch}");
            await using var slot = source.Slot(request.Scenario, worker);
            try
            {
                await LaunchAsync(slot, model, launch, brackets, asked, cancellation);
            }
            catch (WorkerLostException lost)
            {
                journal.Add(Empty(model, launch, lost.Message), []);
            }
        }

        return new ModelCapacity(model, brackets, asked);
    }

    private async Task LaunchAsync(WorkerSlot slot, Model model, int launch, List<Bracket> brackets, List<RateTrial> asked, CancellationToken cancellation)
    {
        var before = brackets.LastOrDefault(bracket => bracket.Holds is not null);
        await slot.StartAsync(cancellation);
        var warm = before?.Holds?.Rate / 2 ?? request.Start;
        for (var number = 0; number < WarmUps; number++)
        {
            await TryOnceAsync(slot, model, launch, warm, WarmUpSeconds, keep: false, cancellation);
        }

        if (request.Asked is { } rate)
        {
            asked.Add(await TryAsync(slot, model, launch, rate, cancellation));
            journal.Add(asked[^1].Trial with { Variant = CapacityMetrics.Asked, Round = launch }, []);
        }

        var search = new RateSearch(request.Effort.Precision, LowestRate, HighestRate, async rate =>
            rate == request.Asked ? asked[^1] : await TryAsync(slot, model, launch, rate, cancellation));
        var bracket = before is null ? await search.FindAsync(request.Start) : await search.ConfirmAsync(before.Estimate);
        brackets.Add(bracket);
        journal.Add(Found(model, launch, bracket), []);
    }

    /// <summary>Again, a few times, where the machine disturbed the trial: what others did is no fault of the model.</summary>
    private async Task<RateTrial> TryAsync(WorkerSlot slot, Model model, int launch, double rate, CancellationToken cancellation)
    {
        var seconds = request.Effort.SecondsAt(rate);
        var trial = await TryOnceAsync(slot, model, launch, rate, seconds, keep: true, cancellation);
        for (var again = 0; again < TriesAfterDisturbance && !trial.Holds && trial.Trial.Disturbed; again++)
        {
            trial = await TryOnceAsync(slot, model, launch, rate, seconds, keep: true, cancellation);
        }

        return trial;
    }

    private async Task<RateTrial> TryOnceAsync(
        WorkerSlot slot, Model model, int launch, double rate, double seconds, bool keep, CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, double> { [CapacityMetrics.Rate] = rate, [SecondsParameter] = seconds };
        var variant = VariantAt(request.Scenario, parameters) ?? throw new InvalidOperationException($"{request.Scenario.Scenario.Name} has no open load.");
        var round = keep ? ++_trials : TrialName.WarmUp;
        var name = new TrialName(request.Scenario.Scenario.Name, variant, model.Name, round);
        progress.Started(name);
        var order = new WorkerOrder.RunTrial(variant, round, launch, Sequential: null) { Parameters = parameters, Seed = request.Seed + _trials };
        var watched = await slot.DoAsync(worker => worker.RunAsync(order, cancellation));
        source.ThrowIfServerIsLost();
        var trial = watched.Trial with
        {
            Variant = CapacityMetrics.Search,
            Noise = watched.Interference?.Share,
            Stolen = watched.Interference?.Stolen,
            Disturbed = watched.Interference?.Disturbs == true,
        };
        progress.Ended(name, trial);
        var wrong = watched.Checks.Where(check => !check.Ok && !check.Name.StartsWith("generator", StringComparison.Ordinal)).ToList();
        if (keep)
        {
            journal.Add(trial, wrong.Select(check => check with { Variant = CapacityMetrics.Search }));
        }

        var broken = wrong.Count > 0 ? $"wrong answers: {wrong[0].Name}" : _judge.WhatBroke(trial, seconds);
        return new RateTrial(rate, trial, broken, broken is null ? null : _first.Of(trial, model, rate));
    }

    private Trial Found(Model model, int launch, Bracket bracket)
    {
        var metrics = new Dictionary<string, double>
        {
            [CapacityMetrics.Capacity.Name] = bracket.Estimate,
            [CapacityMetrics.IsBound.Name] = bracket.IsBound ? 1 : 0,
        };
        if (bracket.Fails is { } fails)
        {
            metrics[CapacityMetrics.FailsAt.Name] = fails.Rate;
        }

        if (bracket.Holds is { } holds)
        {
            metrics[CapacityMetrics.HoldsAt.Name] = holds.Rate;
            var figures = GoalJudge.FiguresOf(holds.Trial);
            foreach (var cost in new[] { WorkMetrics.Cores, CommonMetrics.Memory, CommonMetrics.Threads, LatencyMetrics.Default.P99 })
            {
                if (figures.TryGetValue(cost.Name, out var figure))
                {
                    metrics[cost.Name] = figure;
                }
            }
        }

        return Empty(model, launch, error: null) with { Metrics = metrics };
    }

    private Trial Empty(Model model, int launch, string? error) => new(
        request.Scenario.Scenario.Name, CapacityMetrics.Variant, model.Name, launch,
        request.Goal.Parts.ToDictionary(part => CapacityMetrics.GoalPrefix + part.Metric, part => part.Limit), new Dictionary<string, double>(),
        OperationCounts.None, error)
    { Launch = launch };
}
