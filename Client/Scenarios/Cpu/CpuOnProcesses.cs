using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>A process a unit: ranges go there and counts come back over pipes, by a thread for each that only waits.</summary>
internal sealed class CpuOnProcesses() : BlockingWorkload<CpuJob, CpuAnswer>(Model.Processes)
{
    public override Task PrepareAsync(CpuJob job, TrialContext trial, CancellationToken cancellation)
    {
        StartProcesses(job, trial, cancellation);
        return Task.CompletedTask;
    }

    protected override CpuAnswer Run(CpuJob job, TrialContext trial, CancellationToken cancellation)
    {
        var counts = new ConcurrentBag<PrimeCount>();
        var ranges = trial.Offer(job.Load, cancellation);
        var pool = StartProcesses(job, trial, cancellation);

        ThreadGroup.Run(pool.Units.Select(unit => (Action)(() =>
            ranges.ForEach(range => counts.Add(unit.Ask(job.Part(range), cancellation))))));
        return new CpuAnswer(counts) { ProcessStart = pool.StartTimes.Max() };
    }

    /// <summary>Those that are there already, except at the first time.</summary>
    private static ProcessPool<NumberRange, PrimeCount> StartProcesses(CpuJob job, TrialContext trial, CancellationToken cancellation) =>
        job.ThreadsUnderLock is { } threads
        ? trial.Processes.Get<CountUnderLock, NumberRange, PrimeCount>(job.Load.Concurrency / threads, threads, cancellation)
        : trial.Processes.Get<Count, NumberRange, PrimeCount>(job.Load.Concurrency, unitsEach: 1, cancellation);

    private sealed class Count : IProcessWork<NumberRange, PrimeCount>
    {
        public PrimeCount Do(NumberRange request, CancellationToken cancellation) => Primes.Count(request, cancellation);
    }

    /// <summary>The threads of a process compute one at a time; those of two processes do not know of each other.</summary>
    private sealed class CountUnderLock : IProcessWork<NumberRange, PrimeCount>
    {
        private readonly GlobalLock _gil = new();

        public PrimeCount Do(NumberRange request, CancellationToken cancellation) => _gil.Run(() => Primes.Count(request, _gil.Point, cancellation));
    }
}
