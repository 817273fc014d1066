using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Mixed;

/// <summary>A thread a request: it blocks where it waits, and computes as soon as a core is free.</summary>
internal sealed class MixedOnThreads() : BlockingWorkload<MixedJob, MixedAnswer>(Model.Threads)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    protected override MixedAnswer Run(MixedJob job, TrialContext trial, CancellationToken cancellation)
    {
        var served = new ConcurrentQueue<MixedReply>();
        var requests = trial.Offer(job.Load, cancellation);
        var (first, numbers, last) = job.RequestTo(trial.IoServer);

        ThreadGroup.Run(job.Load.Concurrency, () => requests.ForEach(_ =>
        {
            var before = _http.Get(first, cancellation);
            var primes = Primes.Count(numbers, cancellation).Primes;
            var after = _http.Get(last, cancellation);
            served.Enqueue(new MixedReply(primes, before.Bytes + after.Bytes));
        }));
        return new MixedAnswer(served);
    }
}
