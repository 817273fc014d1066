using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Io;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A grain a wait: it asks the server from its silo, whose threads are free until the answer comes.</summary>
internal sealed class IoOnGrains() : Workload<IoJob, IoAnswer>(Model.Grains)
{
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
}
