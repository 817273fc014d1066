using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Mixed;

/// <summary>A coroutine a request, all on one thread: while one computes, the answers of all others wait.</summary>
internal sealed class MixedOnLoop() : Workload<MixedJob, MixedAnswer>(Model.Loop)
{
    private readonly WaitClient _http = WaitClient.Awaiting();

    public override Task<MixedAnswer> RunAsync(MixedJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        var served = new List<MixedReply>();
        var requests = trial.Offer(job.Load, cancellation);
        var (first, numbers, last) = job.RequestTo(trial.IoServer);

        await Task.WhenAll(job.Load.ForEachUnit(_ => requests.ForEachAsync(async _ =>
        {
            var before = await _http.GetAsync(first, cancellation);
            var primes = Primes.Count(numbers, cancellation).Primes;
            var after = await _http.GetAsync(last, cancellation);
            served.Add(new MixedReply(primes, before.Bytes + after.Bytes));
        })));
        return new MixedAnswer(served);
    });
}
