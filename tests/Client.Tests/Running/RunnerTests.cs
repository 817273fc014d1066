using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Running;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Running;

public sealed class RunnerTests(MadeUpRunner runner) : IClassFixture<MadeUpRunner>
{
    private const int Pairs = 6;

    private static readonly Metric Cups = new("cups", "{cup}", Better.Higher, "cups of tea");

    [Fact]
    public async Task The_order_is_random_and_the_same_for_the_same_seed()
    {
        await runner.RunAsync(Done, seed: 1);
        var first = runner.Order.ToList();
        await runner.RunAsync(Done, seed: 1);
        var again = runner.Order.ToList();
        await runner.RunAsync(Done, seed: 2);
        var other = runner.Order.ToList();

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(first.Order(), other.Order());
        Assert.NotEqual(first.Take(Pairs).Select(WithoutRound), first.Skip(Pairs).Select(WithoutRound));
    }

    [Fact]
    public async Task Each_round_tries_every_pair_once()
    {
        await runner.RunAsync(Done, rounds: 3);

        Assert.Equal(Pairs * 3, runner.Order.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 3).SelectMany(round => Enumerable.Repeat(round, Pairs)), runner.Journal.Run.Trials.Select(trial => trial.Round));
    }

    [Fact]
    public async Task The_warm_up_runs_and_its_figures_are_not_recorded()
    {
        var calls = 0;
        await runner.RunAsync((_, _) => Poured(++calls), rounds: 1);

        var run = runner.Journal.Run;
        Assert.Equal(Pairs, run.WarmUps.Count);
        Assert.Equal(calls, run.Trials.Count + run.WarmUps.Sum(warmUp => warmUp.Trials));
        Assert.Equal(Enumerable.Range(calls - Pairs + 1, Pairs).Select(cups => (double)cups), run.Trials.Select(trial => trial.Metrics[Cups.Name]));
    }

    [Fact]
    public async Task A_failing_trial_is_a_result_and_the_run_goes_on()
    {
        await runner.RunAsync((model, _) => model == Model.Tasks ? throw new InvalidOperationException("no water") : Poured(1));

        var trials = runner.Journal.Run.Trials.ToLookup(trial => trial.Model);
        Assert.All(trials["tasks"], trial => Assert.Equal("InvalidOperationException: no water", trial.Error));
        Assert.All(trials["threads"], trial => Assert.Null(trial.Error));
        Assert.Equal((Pairs, Pairs), (trials["tasks"].Count(), trials["threads"].Count()));
    }

    [Fact]
    public async Task A_trial_that_hangs_is_given_up_and_the_run_goes_on()
    {
        await runner.RunAsync((_, _) => new TaskCompletionSource<Observation>().Task, rounds: 1, clock: new ImpatientTime());

        Assert.Equal(Pairs, runner.Journal.Run.Trials.Count);
        Assert.All(runner.Journal.Run.Trials, trial => Assert.Equal("did not end within 5 minutes", trial.Error));
    }

    [Fact]
    public async Task What_runs_beside_a_trial_that_never_ended_is_told_to_be_spoilt()
    {
        var calls = 0;
        await runner.RunAsync((_, _) => ++calls == 1 ? new TaskCompletionSource<Observation>().Task : Poured(1), rounds: 1, clock: new ImpatientTime(spans: 1));

        Assert.Equal(Pairs, runner.Journal.Run.Checks.Count);
        Assert.All(runner.Journal.Run.Checks, check => Assert.Equal(("hung trials beside this one", 1d, false), (check.Name, check.Observed, check.Ok)));
    }

    [Fact]
    public async Task A_wrong_answer_is_a_failed_check_of_its_trial()
    {
        await runner.RunAsync((_, _) => Task.FromResult(new Observation([], [Expectation.Equal("cups", 2, 1)])), rounds: 1);

        Assert.Equal(Pairs, runner.Journal.Run.Checks.Count);
        Assert.All(runner.Journal.Run.Checks, check => Assert.Equal(("cups", 2d, 1d, false, 1), (check.Name, check.Expected, check.Observed, check.Ok, check.Round)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task A_figure_that_is_no_number_is_left_out(double cups)
    {
        await runner.RunAsync((_, _) => Poured(cups), rounds: 1);

        Assert.All(RunFile.Read(runner.Folder).Trials, trial => Assert.Empty(trial.Metrics));
    }

    [Fact]
    public async Task The_record_can_be_read_after_each_trial()
    {
        var recorded = new List<int>();
        await runner.RunAsync(Done, progress: state =>
        {
            if (state is RunProgress.TrialEnded { Name.Round: > 0 })
            {
                recorded.Add(RunFile.Read(runner.Folder).Trials.Count);
            }
        });

        Assert.Equal(Enumerable.Range(1, Pairs * 2), recorded);
    }

    [Fact]
    public async Task A_cancelled_run_keeps_what_was_measured()
    {
        using var cancellation = new CancellationTokenSource();
        var run = runner.RunAsync(
            (_, token) => runner.Journal.Run.Trials.Count < 4 ? Poured(1) : HangAsync(cancellation, token), cancellation: cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        var read = RunFile.Read(runner.Folder);
        Assert.Equal(4, read.Trials.Count);
        Assert.All(read.Trials, trial => Assert.Null(trial.Error));
        Assert.False(read.Complete);
    }

    private static async Task<Observation> HangAsync(CancellationTokenSource cancellation, CancellationToken token)
    {
        await cancellation.CancelAsync();
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException("The wait above never ends by itself.");
    }

    private static Task<Observation> Done(Model model, CancellationToken cancellation) => Poured(1);

    private static Task<Observation> Poured(double cups) => Task.FromResult(new Observation([Cups.Of(cups)], []));

    private static string WithoutRound(string trial) => trial.Split(' ', 2)[1];
}
