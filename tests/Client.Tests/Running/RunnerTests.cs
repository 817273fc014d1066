using Interleave.Client.Running;
using Interleave.Client.Workers;

namespace Interleave.Client.Tests.Running;

public sealed class RunnerTests : IDisposable
{
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
        Assert.NotEqual(first.Take(MadeUpRunner.Pairs).Select(WithoutRound), first.Skip(MadeUpRunner.Pairs).Select(WithoutRound));
    }

    [Fact]
    public async Task Each_round_tries_every_pair_once()
    {
        await _runner.RunAsync(new MadeUpWorkers(), rounds: 3);

        Assert.Equal(MadeUpRunner.Pairs * 3, _runner.Order.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 3).SelectMany(round => Enumerable.Repeat(round, MadeUpRunner.Pairs)), _runner.Run.Trials.Select(trial => trial.Round));
    }

    [Fact]
    public async Task While_one_worker_carries_a_trial_all_others_rest()
    {
        var workers = new MadeUpWorkers { Outcome = async (model, order, _) => await YieldAsync(MadeUpWorkers.Took(model, order, 1)) };

        await _runner.RunAsync(workers, sequential: true);

        Assert.Equal(1, workers.MostBusyAtOnce);
    }

    [Fact]
    public async Task First_trials_run_on_all_workers_at_once()
    {
        var both = new TaskCompletionSource();
        var arrived = 0;
        var workers = new MadeUpWorkers
        {
            Outcome = async (model, order, cancellation) =>
            {
                if (Interlocked.Increment(ref arrived) == MadeUpRunner.Models)
                {
                    both.SetResult();
                }

                await both.Task.WaitAsync(TimeSpan.FromSeconds(10), cancellation);
                return MadeUpWorkers.Took(model, order, 1);
            },
        };

        await _runner.RunAsync(workers, rounds: 1);

        Assert.All(_runner.Run.Trials, trial => Assert.Null(trial.Error));
        Assert.Equal(MadeUpRunner.Pairs, _runner.Run.Trials.Count);
    }

    [Fact]
    public async Task Every_model_has_a_worker_of_its_own_and_so_has_sequential_work()
    {
        var workers = new MadeUpWorkers();

        await _runner.RunAsync(workers, sequential: true);

        Assert.Equal((MadeUpRunner.Models + 1, MadeUpRunner.Models + 1), (workers.Started, workers.Ended));
        Assert.Equal(MadeUpRunner.Models + 1, workers.Log.Select(Who).Distinct().Count());
    }

    [Fact]
    public async Task Each_launch_has_fresh_workers_and_its_share_of_the_rounds()
    {
        var workers = new MadeUpWorkers();

        await _runner.RunAsync(workers, rounds: 5, launches: 3);

        Assert.Equal((3 * MadeUpRunner.Models, 3 * MadeUpRunner.Models), (workers.Started, workers.Ended));
        Assert.Equal([(1, 1), (1, 2), (2, 3), (2, 4), (3, 5)], _runner.Run.Trials.Select(trial => (trial.Launch, trial.Round)).Distinct());
        Assert.Equal(3 * MadeUpRunner.Pairs, _runner.Run.WarmUps.Count);
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

    public void Dispose() => _runner.Dispose();

    private static async Task<T> YieldAsync<T>(T value)
    {
        await Task.Yield();
        return value;
    }

    private static string WithoutRound(string trial) => trial.Split(' ', 2)[1];

    private static string Who(string line) => line.Split(':')[0];
}
