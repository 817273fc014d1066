using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;
using Interleave.Client.Running;
using Interleave.Client.Workers;
using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Tests.Running;

/// <summary>What a run writes down, and when.</summary>
public sealed class RunnerRecordTests : IDisposable
{
    private readonly MadeUpRunner _runner = new();

    [Fact]
    public async Task The_warm_up_runs_and_its_figures_are_not_recorded()
    {
        var calls = 0;
        var workers = new MadeUpWorkers
        {
            Outcome = (model, order, _) => Task.FromResult(MadeUpWorkers.Took(model, order, order.Round == 0 ? 7 : 1, new() { ["cups"] = ++calls })),
        };

        await _runner.RunAsync(workers, rounds: 1);

        Assert.Equal(MadeUpRunner.Pairs, _runner.Run.WarmUps.Count);
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

        Assert.Equal(MadeUpRunner.Pairs, _runner.Run.TracedTrials.Count);
        Assert.All(
            _runner.Run.TracedTrials, traced => Assert.Equal((1.5, 2, 0.75, false), (traced.Time, traced.MeasuredTime, traced.Ratio, traced.IsFaithful)));
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
        Assert.Equal((MadeUpRunner.Pairs, MadeUpRunner.Pairs, MadeUpRunner.Models), (trials["tasks"].Count(), trials["threads"].Count(), workers.Started));
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
        Assert.All(_runner.Run.Trials.Take(MadeUpRunner.Pairs), trial => Assert.Equal((0.12, true), (Math.Round(trial.Noise!.Value, 9), trial.Disturbed)));
        Assert.All(_runner.Run.Trials.Skip(MadeUpRunner.Pairs), trial => Assert.Equal((0.03, false), (Math.Round(trial.Noise!.Value, 9), trial.Disturbed)));
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

        Assert.Equal(MadeUpRunner.Pairs, _runner.Run.Checks.Count);
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

        Assert.Equal(Enumerable.Range(1, MadeUpRunner.Pairs * 2), recorded);
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

        Assert.Equal(MadeUpRunner.Pairs * 2, recorded);
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
}
