using System.Diagnostics;
using Interleave.Grains.Deadlock;
using Interleave.Grains.Tracing;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A table at which philosophers are coroutines: a wait for a fork is broken by its own token.</summary>
internal sealed class AwaitingTable(DeadlockJob job, TrialContext trial, Func<IAwaitedFork> layFork, CancellationToken cancellation) : IDisposable
{
    private readonly Table _table = new(job);
    private readonly Watchdog _watchdog = new(trial.Recorder);
    private readonly IReadOnlyList<IAwaitedFork> _forks = job.ForEachPhilosopher(_ => layFork());
    private readonly SemaphoreSlim _seats = new(job.Philosophers - 1);
    private readonly TaskCompletionSource _everybodyHoldsOne = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _withoutFork = job.Philosophers;

    /// <summary>What each philosopher does.</summary>
    public IEnumerable<Func<Task>> Philosophers => job.ForEachPhilosopher<Func<Task>>(philosopher => () =>
        trial.Offer(job.LoadOf(philosopher), cancellation).ForEachAsync(async meal => _table.Eaten(await EatAsync(job.Order(philosopher, meal.Number)))));

    /// <summary>Has a watchdog look until all of this is over.</summary>
    public async Task<DeadlockAnswer> WatchAsync(Task dinner)
    {
        using var over = new CancellationTokenSource();
        var watchdog = LookAsync(over.Token);
        try
        {
            await dinner;
        }
        finally
        {
            await over.CancelAsync();
            await watchdog;
        }

        return new DeadlockAnswer(_table.Meals, _watchdog.Found);
    }

    public void Dispose()
    {
        _seats.Dispose();
        foreach (var fork in _forks)
        {
            fork.Dispose();
        }
    }

    private async Task LookAsync(CancellationToken over)
    {
        using var timer = new PeriodicTimer(job.BetweenLooks);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                _watchdog.Look(_table);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // All have eaten.
        }
    }

    private async Task<EatenMeal> EatAsync(MealOrder order)
    {
        if (!order.AsksWaiter)
        {
            return await TakeBothAndEatAsync(order);
        }

        await _seats.WaitAsync(CancellationToken.None); // Somebody who sits can always eat, and leaves.
        try
        {
            return await TakeBothAndEatAsync(order);
        }
        finally
        {
            _seats.Release();
        }
    }

    private async Task<EatenMeal> TakeBothAndEatAsync(MealOrder order)
    {
        EatenMeal? eaten = null;
        for (var pauses = order.Pauses; eaten is null; pauses = false)
        {
            // A philosopher who is told to give way puts down the first fork as well, and begins again.
            await WithAsync(order.First, order.Philosopher, async () =>
            {
                if (pauses)
                {
                    await EverybodyHoldsOneAsync();
                }

                await WithAsync(order.Second, order.Philosopher, async () => eaten = await EatAsync(order, Stopwatch.GetTimestamp()));
            });
        }

        return eaten;
    }

    private Task EverybodyHoldsOneAsync()
    {
        if (Interlocked.Decrement(ref _withoutFork) == 0)
        {
            _everybodyHoldsOne.SetResult();
        }

        return _everybodyHoldsOne.Task.WaitAsync(cancellation);
    }

    private async Task<EatenMeal> EatAsync(MealOrder order, long from)
    {
        var primes = Primes.Count(order.FirstBite, cancellation).Primes;
        await Task.Yield(); // A coroutine lets others run between two bites; the forks stay in hand.
        primes += Primes.Count(order.SecondBite, cancellation).Primes;
        return new EatenMeal(order.Philosopher, primes, from, Stopwatch.GetTimestamp());
    }

    private async Task WithAsync(int fork, int philosopher, Func<Task> body)
    {
        if (!await TakeAsync(fork, philosopher))
        {
            return;
        }

        try
        {
            _table.Holds(philosopher, fork);
            await body();
        }
        finally
        {
            _table.PutsDown(fork);
            _forks[fork].Put();
        }
    }

    /// <returns>False where the philosopher was told to give way.</returns>
    private async Task<bool> TakeAsync(int fork, int philosopher)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_forks[fork].TryTake())
        {
            return true;
        }

        using var step = WaitStep.Start("wait for a fork");
        var giveWay = new CancellationTokenSource();
        using var givenUp = cancellation.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), giveWay); // It is given one.
        _table.Waits(new ForkWait(philosopher, fork, Stopwatch.GetTimestamp()) { GiveWay = giveWay.Cancel });
        try
        {
            await _forks[fork].TakeAsync(giveWay.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            _table.WaitsNoLonger(philosopher);
        }
    }
}
