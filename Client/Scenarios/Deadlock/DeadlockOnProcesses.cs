using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Deadlock;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A process a philosopher, and a semaphore in shared memory a fork: the watchdog reads who waits, and cancels the request of one of them.</summary>
internal sealed class DeadlockOnProcesses() : BlockingWorkload<DeadlockJob, DeadlockAnswer>(Model.Processes)
{
    private SharedMemory? _memory;

    public override Task PrepareAsync(DeadlockJob job, TrialContext trial, CancellationToken cancellation)
    {
        _memory = SharedForks.Lay(job.Philosophers);
        foreach (var philosopher in Start(job, trial, cancellation).Units)
        {
            philosopher.Ask(new DiningRequest(_memory.Path, job.Philosophers, null), cancellation);
        }

        return Task.CompletedTask;
    }

    public override Task CleanUpAsync(DeadlockJob job, TrialContext trial)
    {
        _memory?.Dispose();
        _memory = null;
        return Task.CompletedTask;
    }

    protected override DeadlockAnswer Run(DeadlockJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var anyFailed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var table = new Table(job);
        var requests = job.ForEachPhilosopher(_ => new CancellableRequest(anyFailed.Token));
        var forks = new SharedForks(_memory!, job.Philosophers); // Laid before.
        var watchdog = new Watchdog(trial.Recorder);
        using var watching = new WatchdogThread(job.BetweenLooks, () =>
        {
            if (watchdog.NobodyAte(table.MealsEaten) && forks.FindCircle() is { } circle)
            {
                requests[watchdog.Note(circle).Philosopher].Cancel();
            }
        });

        ThreadGroup.Run(Start(job, trial, cancellation).Units.Select((unit, philosopher) => (Action)(() =>
            trial.Offer(job.LoadOf(philosopher), anyFailed.Token).ForEach(meal =>
            {
                try
                {
                    table.Eaten(Eat(unit, job.Order(philosopher, meal.Number), requests[philosopher]));
                }
                catch
                {
                    anyFailed.Cancel(); // One that ended within its meal keeps its forks for good.
                    throw;
                }
            }))));
        return new DeadlockAnswer(table.Meals, watchdog.Found);
    }

    /// <summary>Asks a philosopher who had to give way again, without the pause.</summary>
    private static EatenMeal Eat(ProcessUnit<DiningRequest, DiningReply> unit, MealOrder order, CancellableRequest request)
    {
        for (; ; order = order with { Pauses = false })
        {
            try
            {
                return unit.Ask(new DiningRequest(null, 0, order), request.Begin()).Meal
                    ?? throw new InvalidOperationException("A meal was asked for, and none was eaten.");
            }
            catch (OperationCanceledException) when (!request.IsGivenUp)
            {
                // The forks are back on the table.
            }
        }
    }

    /// <summary>The processes are there already, except at the first time.</summary>
    private static ProcessPool<DiningRequest, DiningReply> Start(DeadlockJob job, TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<ProcessPhilosopher, DiningRequest, DiningReply>(job.Philosophers, unitsEach: 1, cancellation);
}
