using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Planning;
using Interleave.Client.Records;

namespace Interleave.Client.Running;

/// <summary>Carries out a plan, scenario after scenario: in each launch fresh workers, a warm-up and its share of the rounds; last the traces.</summary>
internal sealed class Runner(RunPlan plan, WorkerSource workers, RunJournal journal, ProgressReporter progress)
{
    private readonly Random _random = new(plan.Plan.Seed);

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var scenario in plan.Scenarios)
        {
            for (var launch = 1; launch <= plan.Plan.Launches; launch++)
            {
                await LaunchAsync(scenario, launch, cancellation);
            }

            progress.Measured(scenario.Scenario.Name);
        }
    }

    private async Task LaunchAsync(PlannedScenario scenario, int launch, CancellationToken cancellation)
    {
        await using var workersOfLaunch = new ScenarioLaunch(scenario, launch, SteadinessOf(plan.Plan.Profile), workers, journal, progress);
        await workersOfLaunch.StartAsync(cancellation);
        await workersOfLaunch.WarmUpAsync(cancellation);
        foreach (var round in plan.RoundsOf(launch))
        {
            await workersOfLaunch.RunRoundAsync(round, _random, cancellation);
        }

        if (launch == plan.Plan.Launches && plan.IsTraced)
        {
            await workersOfLaunch.TraceAsync(cancellation);
        }
    }

    private static Steadiness SteadinessOf(Profile profile) =>
        profile == Profile.Quick ? new Steadiness(Window: 2, Tolerance: 0.25, Most: 4, Longest: 1) : new Steadiness();
}
