using System.Diagnostics;
using Interleave.Grains.Tracing;
using Interleave.Grains.Work;

namespace Interleave.Grains.Deadlock;

/// <inheritdoc cref="IPhilosopherGrain"/>
internal sealed class PhilosopherGrain : Grain, IPhilosopherGrain
{
    public Task SitDown() => Task.CompletedTask;

    public async Task<EatenMeal> Eat(MealOrder order, CancellationToken cancellation)
    {
        var waiter = GrainFactory.GetGrain<IWaiterGrain>(0);
        if (order.AsksWaiter)
        {
            await waiter.Seat();
        }

        var (first, second) = (GrainFactory.GetGrain<IForkGrain>(order.First), GrainFactory.GetGrain<IForkGrain>(order.Second));
        try
        {
            for (var pauses = order.Pauses; ; pauses = false)
            {
                if (await TakeBothAsync(order, first, second, pauses ? waiter : null, cancellation))
                {
                    return await EatAsync(order, first, second, cancellation);
                }
            }
        }
        finally
        {
            if (order.AsksWaiter)
            {
                await waiter.Leave();
            }
        }
    }

    private static async Task<bool> TakeBothAsync(MealOrder order, IForkGrain first, IForkGrain second, IWaiterGrain? pause, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var wait = WaitStep.Start("wait for forks");
        if (!await first.Take(order.Philosopher))
        {
            return false;
        }

        await (pause?.HoldsOne() ?? Task.CompletedTask);
        if (await second.Take(order.Philosopher))
        {
            return true;
        }

        await first.Put(order.Philosopher);
        return false;
    }

    private static async Task<EatenMeal> EatAsync(MealOrder order, IForkGrain first, IForkGrain second, CancellationToken cancellation)
    {
        var from = Stopwatch.GetTimestamp();
        try
        {
            var primes = Primes.Count(order.FirstBite, cancellation).Primes;
            await Task.Yield();
            primes += Primes.Count(order.SecondBite, cancellation).Primes;
            return new EatenMeal(order.Philosopher, primes, from, Stopwatch.GetTimestamp());
        }
        finally
        {
            await second.Put(order.Philosopher);
            await first.Put(order.Philosopher);
        }
    }
}
