using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Mixed;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Mixed;

/// <summary>A grain a request at a time: it waits and computes in its silo, on whichever thread of it is free.</summary>
internal sealed class MixedOnGrains() : Workload<MixedJob, MixedAnswer>(Model.Grains)
{
    public override async Task<MixedAnswer> RunAsync(MixedJob job, TrialContext trial, CancellationToken cancellation)
    {
        var served = new ConcurrentQueue<MixedReply>();
        var requests = trial.Offer(job.Load, cancellation);
        var work = job.RequestTo(trial.IoServer);

        await Task.WhenAll(trial.GrainsOf<IRequestGrain>(job.Load.Concurrency).Select(grain => requests.ForEachAsync(async _ =>
            served.Enqueue(await grain.Serve(work, cancellation)))));
        return new MixedAnswer(served);
    }
}
