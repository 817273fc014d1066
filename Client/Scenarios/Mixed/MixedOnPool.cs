using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Mixed;

/// <summary>A work item a request: it holds a thread of the pool while it waits, and requests that could compute meanwhile find none.</summary>
internal sealed class MixedOnPool() : Workload<MixedJob, MixedAnswer>(Model.Pool)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    /// <summary>Every trial begins with a pool as a new process has it: the threads that it added for an earlier one would hide what it lacks.</summary>
    public override Task PrepareAsync(MixedJob job, TrialContext trial, CancellationToken cancellation)
    {
        PoolGroup.ForgetGrowth();
        return Task.CompletedTask;
    }

    public override async Task<MixedAnswer> RunAsync(MixedJob job, TrialContext trial, CancellationToken cancellation)
    {
        var served = new ConcurrentQueue<MixedReply>();
        var requests = trial.Offer(job.Load, cancellation);
        var (first, numbers, last) = job.RequestTo(trial.IoServer);

        await Task.WhenAll(job.Load.ForEachUnit(_ => requests.ForEachAsync(_ => Task.Run(
            () =>
            {
                var before = _http.Get(first, cancellation);
                var primes = Primes.Count(numbers, cancellation).Primes;
                var after = _http.Get(last, cancellation);
                served.Enqueue(new MixedReply(primes, before.Bytes + after.Bytes));
            },
            cancellation))));
        return new MixedAnswer(served);
    }
}
