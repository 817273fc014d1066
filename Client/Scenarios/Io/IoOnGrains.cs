using System.Collections.Concurrent;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Models;
using Interleave.Grains.Io;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A grain a wait: it asks the server from its silo, whose threads are free until the answer comes.</summary>
internal sealed class IoOnGrains() : Workload<IoJob, IoAnswer>(Model.Grains)
{
    /// <summary>Whether a silo reads a file of its own, for it does not see this machine's.</summary>
    public bool ReadsElsewhere { get; private set; }

    public override async Task PrepareAsync(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        ReadsElsewhere = false;
        if (job.Source == IoSource.File)
        {
            // One after the other: the first in a silo makes it, and those that follow find it.
            foreach (var grain in trial.GrainsOf<IWaitingGrain>(job.Load.Concurrency))
            {
                ReadsElsewhere |= await grain.Make(FileOf(job)).WaitAsync(cancellation);
            }
        }
    }

    public override async Task<IoAnswer> RunAsync(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var completions = new ConcurrentQueue<Completion>();
        var waits = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(trial.GrainsOf<IWaitingGrain>(job.Load.Concurrency).Select(grain => waits.ForEachAsync(async wait =>
        {
            var reply = await grain.Get(job.RequestOf(wait, trial), cancellation);
            completions.Enqueue(Completion.Of(wait, reply));
        })));
        return new IoAnswer(completions);
    }

    public override async Task CleanUpAsync(IoJob job, TrialContext trial)
    {
        if (job.Source == IoSource.File && ReadsElsewhere)
        {
            await Task.WhenAll(trial.GrainsOf<IWaitingGrain>(job.Load.Concurrency).Select(grain => grain.Remove(FileOf(job))));
        }
    }

    private static NumberedFile FileOf(IoJob job) => new(job.Place, LoadParameters.MostOperationsOf(job.Load), job.Bytes);
}
