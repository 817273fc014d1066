using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Planning;
using Interleave.Client.Records;

namespace Interleave.Client.Running;

/// <summary>Carries out a plan, scenario after scenario: in each launch fresh workers, a warm-up and its share of the rounds; last the traces.</summary>
internal sealed class Runner(RunPlan plan, WorkerSource workers, RunJournal journal, ProgressReporter progress)
{
    private readonly Random _random = new(plan.Plan.Seed);

    /// <summary>The workers of the last launch end while those of the next one start.</summary>
    private Task _ending = Task.CompletedTask;

    public async Task RunAsync(CancellationToken cancellation)
    {
        try
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
        finally
        {
            await _ending;
        }
    }

    private async Task LaunchAsync(PlannedScenario scenario, int launch, CancellationToken cancellation)
    {
        var workersOfLaunch = new ScenarioLaunch(scenario, launch, SteadinessOf(plan.Plan.Profile), workers, journal, progress);
        try
        {
            await Task.WhenAll(workersOfLaunch.StartAsync(cancellation), _ending);
            await workersOfLaunch.WarmUpAsync(cancellation);
            foreach (var round in plan.RoundsOf(launch))
            {
                await workersOfLaunch.RunRoundAsync(round, _random, cancellation);
            }

            if (launch == plan.Plan.Launches)
            {
                await workersOfLaunch.TraceAsync(plan.Traces, cancellation);
            }
        }
        finally
        {
            _ending = workersOfLaunch.DisposeAsync().AsTask();
        }
    }

    private static Steadiness SteadinessOf(Profile profile) =>
        profile == Profile.Quick ? new Steadiness(Window: 2, Tolerance: 0.35, Most: 4, Longest: 1) : new Steadiness();
}
