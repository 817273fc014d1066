using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Running;

/// <summary>Carries out a plan: a warm-up, then rounds, each a trial of every model in random order.</summary>
internal sealed class Runner(RunPlan plan, TrialRunner trials, RunJournal journal, ProgressReporter progress)
{
    private readonly Random _random = new(plan.Plan.Seed);
    private readonly MachineNoise _noise = new();

    public async Task RunAsync(CancellationToken cancellation)
    {
        await WarmUpAsync(cancellation);
        for (var round = 1; round <= plan.Plan.Rounds; round++)
        {
            await RunRoundAsync(round, cancellation);
        }
    }

    /// <summary>Tries every pair until its time is steady; what it yields is not recorded.</summary>
    private async Task WarmUpAsync(CancellationToken cancellation)
    {
        var steadiness = WarmUpOf(plan.Plan.Profile);
        foreach (var scenario in plan.Scenarios)
        {
            foreach (var (variant, model) in scenario.Pairs)
            {
                var times = new List<double>();
                WarmUp state;
                do
                {
                    var trial = await RunTrialAsync(scenario, variant, model, TrialName.WarmUp, sequential: null, cancellation);
                    times.Add(trial.Metrics.GetValueOrDefault(CommonMetrics.Time.Name));
                    state = trial.Error is null ? steadiness.Judge(times) : WarmUp.NeverSteady;
                }
                while (state == WarmUp.GoesOn);
                journal.Add(new WarmUpOutcome(scenario.Scenario.Name, variant.Name, model.Name, times.Count, state == WarmUp.Steady));
            }
        }
    }

    private async Task RunRoundAsync(int round, CancellationToken cancellation)
    {
        foreach (var (scenario, variant) in Shuffled(plan.Scenarios.SelectMany(scenario => scenario.Variants.Select(variant => (scenario, variant)))))
        {
            var models = scenario.Models.Where(variant.Models.Contains).ToList();
            if (models.Count == 0)
            {
                continue;
            }

            var sequential = await Task.Run(() => variant.RunSequentially(cancellation), cancellation);
            foreach (var model in Shuffled(models))
            {
                await RunTrialAsync(scenario, variant, model, round, sequential, cancellation);
            }
        }
    }

    private async Task<Trial> RunTrialAsync(
        PlannedScenario scenario, IVariant variant, Model model, int round, TimeSpan? sequential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var name = new TrialName(scenario.Scenario.Name, variant.Name, model.Name, round);
        progress.Started(name);
        if (round != TrialName.WarmUp)
        {
            _noise.Sample();
        }

        var (trial, checks) = await trials.RunAsync(scenario, variant, model, round, sequential, cancellation);
        if (round != TrialName.WarmUp)
        {
            journal.Add(trial, checks, _noise.Judge());
        }

        progress.Ended(name, trial);
        return trial;
    }

    private static Steadiness WarmUpOf(Profile profile) =>
        profile == Profile.Quick ? new Steadiness(Window: 2, Tolerance: 0.25, Most: 2) : new Steadiness();

    private T[] Shuffled<T>(IEnumerable<T> items)
    {
        var array = items.ToArray();
        _random.Shuffle(array);
        return array;
    }
}
