using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Granularity;

/// <summary>A process a core: each piece goes there through a pipe, and its count comes back through another.</summary>
internal sealed class GranularityOnProcesses() : BlockingWorkload<GranularityJob, GranularityAnswer>(Model.Processes)
{
    public override Task PrepareAsync(GranularityJob job, TrialContext trial, CancellationToken cancellation)
    {
        Start(job, trial, cancellation);
        return Task.CompletedTask;
    }

    protected override GranularityAnswer Run(GranularityJob job, TrialContext trial, CancellationToken cancellation)
    {
        var units = Start(job, trial, cancellation).Units;
        using var queue = new PieceQueue(job, cancellation);

        var threads = ThreadGroup.Start(units.Select(unit => (Action)(() => queue.Do(next => next(), piece => unit.Ask(piece, cancellation)))));
        queue.HandOver();
        threads.Join();
        return queue.Answer;
    }

    private static ProcessPool<NumberRange, long> Start(GranularityJob job, TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<Count, NumberRange, long>(job.Units, unitsEach: 1, cancellation);

    private sealed class Count : IProcessWork<NumberRange, long>
    {
        public long Do(NumberRange request, CancellationToken cancellation) => Primes.Count(request, cancellation).Primes;
    }
}
