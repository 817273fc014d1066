using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Deadlock;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>Philosophers and forks are grains, in any silo; or grains call each other in a circle, which waits without any fork.</summary>
internal sealed class DeadlockOnGrains() : Workload<DeadlockJob, DeadlockAnswer>(Model.Grains)
{
    private IReadOnlyList<IForkGrain> _forks = [];
    private IReadOnlyList<IPhilosopherGrain> _philosophers = [];
    private IReadOnlyList<ICircleGrain> _callers = [];

    public override async Task PrepareAsync(DeadlockJob job, TrialContext trial, CancellationToken cancellation)
    {
        _callers = [.. trial.FreshGrainsOf<ICircleGrain>(job.Calls?.Grains ?? 0)]; // Those of the last trial may still wait for each other.
        _forks = [.. trial.GrainsOf<IForkGrain>(job.Philosophers)];
        _philosophers = [.. trial.GrainsOf<IPhilosopherGrain>(job.Philosophers)];
        await trial.Grains.GetGrain<IWaiterGrain>(0).Prepare(job.Philosophers);
        await Task.WhenAll(_forks.Select(fork => fork.Lay()));
        await Task.WhenAll([.. _callers.Select(grain => grain.Activate()), .. _philosophers.Select(grain => grain.SitDown())]);
    }

    public override Task<DeadlockAnswer> RunAsync(DeadlockJob job, TrialContext trial, CancellationToken cancellation) =>
        job.Calls is { } calls ? CallAsync(job, calls, trial, cancellation) : DineAsync(job, trial, cancellation);

    private async Task<DeadlockAnswer> DineAsync(DeadlockJob job, TrialContext trial, CancellationToken cancellation)
    {
        var table = new Table(job);
        var watchdog = new Watchdog(trial.Recorder);
        using var over = new CancellationTokenSource();
        var watching = WatchAsync(watchdog, table, job.BetweenLooks, over.Token);
        try
        {
            await Task.WhenAll(_philosophers.Select((grain, philosopher) => trial.Offer(job.LoadOf(philosopher), cancellation)
                .ForEachAsync(async meal => table.Eaten(await grain.Eat(job.Order(philosopher, meal.Number), cancellation)))));
        }
        finally
        {
            await over.CancelAsync();
            await watching;
        }

        return new DeadlockAnswer(table.Meals, watchdog.Found);
    }

    private async Task WatchAsync(Watchdog watchdog, Table table, TimeSpan betweenLooks, CancellationToken over)
    {
        var forks = new GrainTable(_forks);
        using var timer = new PeriodicTimer(betweenLooks);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                if (watchdog.NobodyAte(table.MealsEaten) && await forks.FindCircleAsync() is { } circle)
                {
                    await forks.SendAwayAsync(watchdog.Note(circle));
                }
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // All have eaten.
        }
    }

    private async Task<DeadlockAnswer> CallAsync(DeadlockJob job, CallsInCircle calls, TrialContext trial, CancellationToken cancellation)
    {
        var circle = new CallCircle([.. _callers.Select(grain => grain.GetPrimaryKeyLong())], calls.AllowReentrancy);
        var answer = new DeadlockAnswer([], []);
        await trial.Offer(job.LoadOf(0), cancellation).ForEachAsync(async _ =>
        {
            var called = Stopwatch.GetTimestamp();
            try
            {
                answer = answer with { CallsInCircle = await _callers[0].Pass(circle, 0) };
            }
            catch (TimeoutException exception)
            {
                var found = new FoundDeadlock(_callers.Count, Stopwatch.GetElapsedTime(called));
                answer = answer with { Deadlocks = [found] };
                trial.Recorder.Found(new WaitCircle([.. calls.Waits], exception.GetType().Name, found.TimeToFind.TotalSeconds));
                throw;
            }
        });
        return answer;
    }
}
