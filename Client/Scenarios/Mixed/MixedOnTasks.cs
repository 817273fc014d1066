using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Mixed;

/// <summary>A task a request: no thread is held where it waits, and any thread of the pool computes.</summary>
internal sealed class MixedOnTasks() : Workload<MixedJob, MixedAnswer>(Model.Tasks)
{
    private readonly WaitClient _http = WaitClient.Awaiting();

    public override async Task<MixedAnswer> RunAsync(MixedJob job, TrialContext trial, CancellationToken cancellation)
    {
        var served = new ConcurrentQueue<MixedReply>();
        var requests = trial.Offer(job.Load, cancellation);
        var (first, numbers, last) = job.RequestTo(trial.IoServer);

        await Task.WhenAll(job.Load.ForEachUnit(_ => requests.ForEachAsync(async _ =>
        {
            var before = await _http.GetAsync(first, cancellation);
            var primes = Primes.Count(numbers, cancellation).Primes;
            var after = await _http.GetAsync(last, cancellation);
            served.Enqueue(new MixedReply(primes, before.Bytes + after.Bytes));
        })));
        return new MixedAnswer(served);
    }
}
