using System.Diagnostics;
using Interleave.Grains.Deadlock;
using Interleave.Grains.Tracing;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A table at which philosophers block while they wait: forks are locks, and a wait is broken by an interrupt of its thread.</summary>
/// <param name="block">Makes a call that may block.</param>
/// <param name="eat">Computes, and yields the number of primes.</param>
internal sealed class BlockingTable(
    DeadlockJob job, TrialContext trial, Action<Action> block, Func<NumberRange, long> eat, CancellationToken cancellation) : IDisposable
{
    private readonly Table _table = new(job);
    private readonly Watchdog _watchdog = new(trial.Recorder);
    private readonly IReadOnlyList<object> _forks = job.ForEachPhilosopher(_ => new object());
    private readonly SemaphoreSlim _seats = new(job.Philosophers - 1);
    private readonly CountdownEvent _withoutFork = new(job.Philosophers);

    /// <summary>What each philosopher does.</summary>
    public IEnumerable<Action> Philosophers => job.ForEachPhilosopher<Action>(philosopher => () =>
        trial.Offer(job.LoadOf(philosopher), cancellation).ForEach(meal => _table.Eaten(Eat(job.Order(philosopher, meal.Number)))));

    /// <summary>Has a watchdog look until all of this is over.</summary>
    /// <param name="dine">Returns when every philosopher has eaten.</param>
    public DeadlockAnswer Watch(Action dine)
    {
        using (new WatchdogThread(job.BetweenLooks, () => _watchdog.Look(_table)))
        {
            dine();
        }

        return new DeadlockAnswer(_table.Meals, _watchdog.Found);
    }

    public void Dispose()
    {
        _seats.Dispose();
        _withoutFork.Dispose();
    }

    private EatenMeal Eat(MealOrder order)
    {
        if (!order.AsksWaiter)
        {
            return TakeBothAndEat(order);
        }

        block(() => _seats.Wait(cancellation));
        try
        {
            return TakeBothAndEat(order);
        }
        finally
        {
            _seats.Release();
        }
    }

    private EatenMeal TakeBothAndEat(MealOrder order)
    {
        EatenMeal? eaten = null;
        for (var pauses = order.Pauses; eaten is null; pauses = false)
        {
            // A philosopher who is told to give way puts down the first fork as well, and begins again.
            With(order.First, order.Philosopher, () =>
            {
                if (pauses)
                {
                    _withoutFork.Signal();
                    block(() => _withoutFork.Wait(cancellation));
                }

                With(order.Second, order.Philosopher, () => eaten = Eat(order, Stopwatch.GetTimestamp()));
            });
        }

        return eaten;
    }

    private EatenMeal Eat(MealOrder order, long from) =>
        new(order.Philosopher, eat(order.FirstBite) + eat(order.SecondBite), from, Stopwatch.GetTimestamp());

    private void With(int fork, int philosopher, Action body)
    {
        if (!Take(fork, philosopher))
        {
            return;
        }

        try
        {
            _table.Holds(philosopher, fork);
            body();
        }
        finally
        {
            _table.PutsDown(fork);
            Monitor.Exit(_forks[fork]);
        }
    }

    /// <returns>False where the philosopher was told to give way.</returns>
    private bool Take(int fork, int philosopher)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Monitor.TryEnter(_forks[fork]))
        {
            return true;
        }

        using var step = WaitStep.Start("wait for a fork");
        _table.Waits(new ForkWait(philosopher, fork, Stopwatch.GetTimestamp()) { GiveWay = Thread.CurrentThread.Interrupt });
        try
        {
            block(() => Monitor.Enter(_forks[fork]));
            return true;
        }
        catch (ThreadInterruptedException)
        {
            return false;
        }
        finally
        {
            _table.WaitsNoLonger(philosopher);
        }
    }
}
