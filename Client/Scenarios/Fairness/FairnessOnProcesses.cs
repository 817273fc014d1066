using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Fairness;

/// <summary>The hog has a process of its own: the system shares the cores among processes as it does among threads.</summary>
internal sealed class FairnessOnProcesses() : BlockingWorkload<FairnessJob, FairnessAnswer>(Model.Processes)
{
    public override Task PrepareAsync(FairnessJob job, TrialContext trial, CancellationToken cancellation)
    {
        Start(job, trial, cancellation);
        return Task.CompletedTask;
    }

    protected override FairnessAnswer Run(FairnessJob job, TrialContext trial, CancellationToken cancellation)
    {
        var units = Start(job, trial, cancellation).Units;
        var hog = new Hog(job, trial);
        var shorts = trial.Offer(job.Load, cancellation);
        var primes = 0L;

        var hogs = ThreadGroup.Start(() => hog.Run(() => units[^1].Ask(job.Long, cancellation)));
        ThreadGroup.Run(units.SkipLast(1).Select(unit => (Action)(() =>
            shorts.ForEach(_ => Interlocked.Add(ref primes, unit.Ask(job.Short, cancellation))))));
        hog.End();
        hogs.Join();
        return new FairnessAnswer(primes, hog.Computations);
    }

    /// <summary>One for each unit, and one for the hog.</summary>
    private static ProcessPool<NumberRange, long> Start(FairnessJob job, TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<Count, NumberRange, long>(job.Load.Concurrency + 1, unitsEach: 1, cancellation);

    private sealed class Count : IProcessWork<NumberRange, long>
    {
        public long Do(NumberRange request, CancellationToken cancellation) => Primes.Count(request, cancellation).Primes;
    }
}
