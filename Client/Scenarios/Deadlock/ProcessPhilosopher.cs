using System.Diagnostics;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Deadlock;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A philosopher in a process of its own, who puts down its first fork where its request for a meal is cancelled.</summary>
internal sealed class ProcessPhilosopher : IProcessWork<DiningRequest, DiningReply>
{
    private SharedMemory? _memory;
    private SharedForks? _forks;

    public DiningReply Do(DiningRequest request, CancellationToken cancellation)
    {
        if (request.Table is { } table)
        {
            _memory?.Dispose();
            _memory = SharedMemory.Open(table);
            _forks = new SharedForks(_memory, request.Philosophers);
        }

        return new DiningReply(request.Order is { } order
            ? Eat(order, _forks ?? throw new InvalidOperationException("No table was named."), cancellation)
            : null);
    }

    private static EatenMeal Eat(MealOrder order, SharedForks forks, CancellationToken cancellation)
    {
        if (!order.AsksWaiter)
        {
            return TakeBothAndEat(order, forks, cancellation);
        }

        forks.Seat(cancellation);
        try
        {
            return TakeBothAndEat(order, forks, cancellation);
        }
        finally
        {
            forks.Leave();
        }
    }

    private static EatenMeal TakeBothAndEat(MealOrder order, SharedForks forks, CancellationToken cancellation)
    {
        forks.Take(order.First, order.Philosopher, cancellation);
        try
        {
            if (order.Pauses)
            {
                forks.AwaitAll(cancellation);
            }

            forks.Take(order.Second, order.Philosopher, cancellation);
            try
            {
                var from = Stopwatch.GetTimestamp();
                var primes = Primes.Count(order.FirstBite, cancellation).Primes + Primes.Count(order.SecondBite, cancellation).Primes;
                return new EatenMeal(order.Philosopher, primes, from, Stopwatch.GetTimestamp());
            }
            finally
            {
                forks.Put(order.Second);
            }
        }
        finally
        {
            forks.Put(order.First);
        }
    }
}
