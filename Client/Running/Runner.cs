using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Running;

/// <summary>Carries out a plan: a warm-up, then rounds, each a trial of every model in random order.</summary>
internal sealed class Runner(RunPlan plan, TrialRunner trials, RunJournal journal, IProgress<RunProgress> progress)
{
    private readonly Random _random = new(plan.Plan.Seed);
    private readonly TimeLeft _timeLeft = new();
    private readonly int _total = plan.TrialsPerRound * (plan.Plan.Rounds + 1);
    private int _done;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await RunRoundAsync(0, cancellation);
        for (var round = 1; round <= plan.Plan.Rounds; round++)
        {
            await RunRoundAsync(round, cancellation);
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

    private async Task RunTrialAsync(PlannedScenario scenario, IVariant variant, Model model, int round, TimeSpan? sequential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var name = new TrialName(scenario.Scenario.Name, variant.Name, model.Name, round);
        progress.Report(new RunProgress.TrialStarted(name, _done, _total, _timeLeft.Of(_total - _done)));
        var start = Stopwatch.GetTimestamp();
        var (trial, checks) = await trials.RunAsync(scenario, variant, model, round, sequential, cancellation);
        _timeLeft.Add(Stopwatch.GetElapsedTime(start));
        if (round > 0)
        {
            journal.Add(trial, checks);
        }

        progress.Report(new RunProgress.TrialEnded(name, trial, ++_done, _total));
    }

    private T[] Shuffled<T>(IEnumerable<T> items)
    {
        var array = items.ToArray();
        _random.Shuffle(array);
        return array;
    }
}
