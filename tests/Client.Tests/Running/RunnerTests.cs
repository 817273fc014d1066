using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;
using Interleave.Client.Running;
using Interleave.Client.Workers;
using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Tests.Running;

public sealed class RunnerTests : IDisposable
{
    private const int Pairs = 6;
    private const int Models = 2;

    private readonly MadeUpRunner _runner = new();

    [Fact]
    public async Task The_order_is_random_and_the_same_for_the_same_seed()
    {
        await _runner.RunAsync(new MadeUpWorkers(), seed: 1);
        var first = _runner.Order;
        await _runner.RunAsync(new MadeUpWorkers(), seed: 1);
        var again = _runner.Order;
        await _runner.RunAsync(new MadeUpWorkers(), seed: 2);
        var other = _runner.Order;

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(first.Order(), other.Order());
        Assert.NotEqual(first.Take(Pairs).Select(WithoutRound), first.Skip(Pairs).Select(WithoutRound));
    }

    [Fact]
    public async Task Each_round_tries_every_pair_once()
    {
        await _runner.RunAsync(new MadeUpWorkers(), rounds: 3);

        Assert.Equal(Pairs * 3, _runner.Order.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 3).SelectMany(round => Enumerable.Repeat(round, Pairs)), _runner.Run.Trials.Select(trial => trial.Round));
    }

    [Fact]
    public async Task While_one_worker_carries_a_trial_all_others_rest()
    {
        var workers = new MadeUpWorkers { Outcome = async (model, order, _) => await YieldAsync(MadeUpWorkers.Took(model, order, 1)) };

        await _runner.RunAsync(workers, sequential: true);

        Assert.Equal(1, workers.MostBusyAtOnce);
    }

    [Fact]
    public async Task Every_model_has_a_worker_of_its_own_and_so_has_sequential_work()
    {
        var workers = new MadeUpWorkers();

        await _runner.RunAsync(workers, sequential: true);

        Assert.Equal((Models + 1, Models + 1), (workers.Started, workers.Ended));
        Assert.Equal(Models + 1, workers.Log.Select(Who).Distinct().Count());
    }

    [Fact]
    public async Task Each_launch_has_fresh_workers_and_its_share_of_the_rounds()
    {
        var workers = new MadeUpWorkers();

        await _runner.RunAsync(workers, rounds: 5, launches: 3);

        Assert.Equal((3 * Models, 3 * Models), (workers.Started, workers.Ended));
        Assert.Equal([(1, 1), (1, 2), (2, 3), (2, 4), (3, 5)], _runner.Run.Trials.Select(trial => (trial.Launch, trial.Round)).Distinct());
        Assert.Equal(3 * Pairs, _runner.Run.WarmUps.Count);
        Assert.Equal([1, 2, 3], _runner.Run.EmptyTrials.Select(trial => trial.Launch).Distinct());
    }

    [Fact]
    public async Task For_each_number_of_cores_there_are_workers_and_variants()
    {
        var pinned = new List<int?>();
        var workers = new MadeUpWorkers { Starting = (_, cores) => pinned.Add(cores) };

        await _runner.RunAsync(workers, rounds: 1, cores: "1");

        Assert.Equal([1, 1], pinned);
        Assert.Equal(["cold, on 1 core", "hot, on 1 core", "warm, on 1 core"], _runner.Run.Trials.Select(trial => trial.Variant).Distinct().Order());
        Assert.Contains("1 threads: hot 1", workers.Log); // A worker knows the variant by the scenario's own name.
    }

    [Fact]
    public async Task The_warm_up_runs_and_its_figures_are_not_recorded()
    {
        var calls = 0;
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) => Task.FromResult(MadeUpWorkers.Took(model, order, order.Round == 0 ? 7 : 1, new() { ["cups"] = ++calls })),
        };

        await _runner.RunAsync(workers, rounds: 1);

        Assert.Equal(Pairs, _runner.Run.WarmUps.Count);
        Assert.Equal(_runner.Run.WarmUps.Sum(warmUp => warmUp.Trials), workers.Log.Count(line => line.EndsWith(" 0", StringComparison.Ordinal)));
        Assert.All(_runner.Run.Trials, trial => Assert.Equal(1, trial.Metrics["time"]));
    }

    [Fact]
    public async Task A_warm_up_that_goes_on_compiling_is_told_never_to_have_grown_steady()
    {
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) => Task.FromResult(MadeUpWorkers.Took(model, order, 1, new() { ["cpu-time"] = 1, ["compiling"] = 0.02 })),
        };

        await _runner.RunAsync(workers, rounds: 1);

        Assert.All(_runner.Run.WarmUps, warmUp => Assert.Equal((false, 0.02), (warmUp.Steady, warmUp.CompilingShare)));
    }

    [Fact]
    public async Task A_trial_without_work_is_recorded_beside_the_others()
    {
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) => Task.FromResult(MadeUpWorkers.Took(model, order, order.Variant == EmptyVariant.NameOfAll ? 0.1 : 1)),
        };

        await _runner.RunAsync(workers, rounds: 1);

        Assert.Equal([("threads", 0.1), ("tasks", 0.1)], _runner.Run.EmptyTrials.Select(trial => (trial.Model, trial.Metrics["time"])));
        Assert.DoesNotContain(_runner.Run.Trials, trial => trial.Variant == EmptyVariant.NameOfAll);
    }

    [Fact]
    public async Task What_a_traced_trial_took_stands_beside_the_measured_median()
    {
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) => Task.FromResult(MadeUpWorkers.Took(model, order, order.Round == TrialName.Traced ? 1.5 : order.Round)),
        };

        await _runner.RunAsync(workers, rounds: 3);

        Assert.Equal(Pairs, _runner.Run.TracedTrials.Count);
        Assert.All(
            _runner.Run.TracedTrials, traced => Assert.Equal((1.5, 2, 0.75, false), (traced.Time, traced.MeasuredTime, traced.Ratio, traced.IsFaithful)));
    }

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
        Assert.Equal(Pairs * 2, _runner.Run.Trials.Count);
        Assert.Equal((Models + 1, Models + 1), (workers.Started, workers.Ended));
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
        Assert.Equal(Models + 2, workers.Started);
        Assert.All(trials["threads"], trial => Assert.Null(trial.Error));
        Assert.Equal(4 * Pairs / 2, trials["tasks"].Count());
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

        Assert.Equal((Models + 1, Models + 1), (workers.Started, workers.Ended));
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

        Assert.Equal(Pairs, _runner.Run.Trials.Count);
        Assert.Equal(workers.Started, workers.Ended);
    }

    [Fact]
    public async Task A_failing_trial_is_a_result_and_its_worker_goes_on()
    {
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) => Task.FromResult(
                MadeUpWorkers.Took(model, order, 1) is var watched && model == "tasks"
                    ? watched with { Trial = watched.Trial with { Error = "no water" } }
                    : watched),
        };

        await _runner.RunAsync(workers);

        var trials = _runner.Run.Trials.ToLookup(trial => trial.Model);
        Assert.All(trials["tasks"], trial => Assert.Equal("no water", trial.Error));
        Assert.All(trials["threads"], trial => Assert.Null(trial.Error));
        Assert.Equal((Pairs, Pairs, Models), (trials["tasks"].Count(), trials["threads"].Count(), workers.Started));
    }

    [Fact]
    public async Task What_disturbed_a_trial_is_recorded_with_its_size()
    {
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) =>
                Task.FromResult(MadeUpWorkers.Took(model, order, 1) with { Interference = new Interference(0.02, order.Round == 1 ? 0.1 : 0.01) }),
        };

        await _runner.RunAsync(workers);

        Assert.All(_runner.Run.Trials, trial => Assert.Equal(0.02, trial.Stolen));
        Assert.All(_runner.Run.Trials.Take(Pairs), trial => Assert.Equal((0.12, true), (Math.Round(trial.Noise!.Value, 9), trial.Disturbed)));
        Assert.All(_runner.Run.Trials.Skip(Pairs), trial => Assert.Equal((0.03, false), (Math.Round(trial.Noise!.Value, 9), trial.Disturbed)));
    }

    [Fact]
    public async Task A_wrong_answer_is_a_failed_check_of_its_trial()
    {
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) =>
                Task.FromResult(
                    MadeUpWorkers.Took(model, order, 1) with { Checks = [new Check("tea", order.Variant, model, order.Round, "cups", 2, 1, Ok: false)] }),
        };

        await _runner.RunAsync(workers, rounds: 1);

        Assert.Equal(Pairs, _runner.Run.Checks.Count);
        Assert.All(_runner.Run.Checks, check => Assert.Equal(("cups", 2d, 1d, false, 1), (check.Name, check.Expected, check.Observed, check.Ok, check.Round)));
    }

    [Fact]
    public async Task The_record_can_be_read_after_each_trial()
    {
        var recorded = new List<int>();
        await _runner.RunAsync(new MadeUpWorkers(), progress: state =>
        {
            if (state is RunProgress.TrialEnded { Name.Round: > 0 })
            {
                recorded.Add(RunFile.Read(_runner.Folder).Trials.Count);
            }
        });

        Assert.Equal(Enumerable.Range(1, Pairs * 2), recorded);
    }

    [Fact]
    public async Task A_scenario_is_told_to_be_measured_when_all_its_rounds_are_recorded()
    {
        var recorded = -1;
        await _runner.RunAsync(new MadeUpWorkers(), launches: 2, progress: state =>
        {
            if (state is RunProgress.ScenarioMeasured { Scenario: "tea" })
            {
                recorded = _runner.Run.Trials.Count;
            }
        });

        Assert.Equal(Pairs * 2, recorded);
    }

    [Fact]
    public async Task A_cancelled_run_keeps_what_was_measured_and_ends_its_workers()
    {
        using var cancellation = new CancellationTokenSource();
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, token) =>
                order.Round == 0 || _runner.Run.Trials.Count < 4 ? Task.FromResult(MadeUpWorkers.Took(model, order, 1)) : HangAsync(cancellation, token),
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _runner.RunAsync(workers, cancellation: cancellation.Token));

        var read = RunFile.Read(_runner.Folder);
        Assert.Equal(4, read.Trials.Count);
        Assert.All(read.Trials, trial => Assert.Null(trial.Error));
        Assert.False(read.Complete);
        Assert.Equal(workers.Started, workers.Ended);
    }

    public void Dispose() => _runner.Dispose();

    private static async Task<WatchedTrial> HangAsync(CancellationTokenSource cancellation, CancellationToken token)
    {
        await cancellation.CancelAsync();
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException("The wait above never ends by itself.");
    }

    private static async Task<T> YieldAsync<T>(T value)
    {
        await Task.Yield();
        return value;
    }

    private static WorkerLostException Lose(out bool lost)
    {
        lost = true;
        return Lost();
    }

    private static WorkerLostException Lost() => new("its worker ended with exit code 137");

    private static string WithoutRound(string trial) => trial.Split(' ', 2)[1];

    private static string Who(string line) => line.Split(':')[0];
}
