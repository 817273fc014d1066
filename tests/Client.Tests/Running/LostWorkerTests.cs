using Interleave.Client.Running;
using Interleave.Client.Workers;

namespace Interleave.Client.Tests.Running;

/// <summary>Workers, silos and servers that end before the run does.</summary>
public sealed class LostWorkerTests : IDisposable
{
    private readonly MadeUpRunner _runner = new();

    [Fact]
    public async Task A_worker_that_is_lost_costs_its_trial_and_a_fresh_one_goes_on_after_a_warm_up()
    {
        var lost = false;
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) => model == "tasks" && order.Round == 1 && !lost
                ? throw Lose(out lost)
                : Task.FromResult(MadeUpWorkers.Took(model, order, 1)),
        };

        await _runner.RunAsync(workers);

        var failed = Assert.Single(_runner.Run.Trials, trial => trial.Error is not null);
        Assert.Equal(("tasks", "its worker ended with exit code 137"), (failed.Model, failed.Error));
        Assert.Empty(failed.Metrics);
        Assert.Equal(MadeUpRunner.Pairs * 2, _runner.Run.Trials.Count);
        Assert.Equal((MadeUpRunner.Models + 1, MadeUpRunner.Models + 1), (workers.Started, workers.Ended));
        var fresh = workers.Log.Where(line => line.StartsWith("3 ", StringComparison.Ordinal)).ToList();
        Assert.Equal("3 tasks: hot 0", fresh[0]);
    }

    [Fact]
    public async Task Where_worker_after_worker_is_lost_the_rest_of_its_trials_is_not_tried()
    {
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) => model == "tasks" ? throw Lost() : Task.FromResult(MadeUpWorkers.Took(model, order, 1)),
        };

        await _runner.RunAsync(workers, rounds: 4);

        var trials = _runner.Run.Trials.ToLookup(trial => trial.Model);
        Assert.Equal(MadeUpRunner.Models + 2, workers.Started);
        Assert.All(trials["threads"], trial => Assert.Null(trial.Error));
        Assert.Equal(4 * MadeUpRunner.Pairs / 2, trials["tasks"].Count());
        Assert.Equal("not run, for 3 workers were lost before: its worker ended with exit code 137", trials["tasks"].Last().Error);
    }

    [Fact]
    public async Task A_worker_that_lost_a_silo_is_replaced_after_its_trial()
    {
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) =>
                Task.FromResult(MadeUpWorkers.Took(model, order, 1) with { IsWhole = !(model == "tasks" && order is { Round: 1, Variant: "hot" }) }),
        };

        await _runner.RunAsync(workers, rounds: 2);

        Assert.Equal((MadeUpRunner.Models + 1, MadeUpRunner.Models + 1), (workers.Started, workers.Ended));
        Assert.All(_runner.Run.Trials, trial => Assert.Null(trial.Error));
    }

    [Fact]
    public async Task Without_its_server_a_run_ends_and_no_trial_of_that_time_is_recorded()
    {
        var lives = true;
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) =>
            {
                lives = order.Round < 2;
                return Task.FromResult(MadeUpWorkers.Took(model, order, 1));
            },
        };

        await Assert.ThrowsAsync<IoServerLostException>(() => _runner.RunAsync(workers, serverLives: () => lives));

        Assert.Equal(MadeUpRunner.Pairs, _runner.Run.Trials.Count);
        Assert.Equal(workers.Started, workers.Ended);
    }

    public void Dispose() => _runner.Dispose();

    private static WorkerLostException Lose(out bool lost)
    {
        lost = true;
        return Lost();
    }

    private static WorkerLostException Lost() => new("its worker ended with exit code 137");
}
