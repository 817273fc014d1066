using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Mixed;

/// <summary>A thread a request, under one lock that each lets go while it waits: one computes at a time, and is interrupted for the others.</summary>
internal sealed class MixedOnGil : BlockingWorkload<MixedJob, MixedAnswer>
{
    private readonly GlobalLock _gil = new();
    private readonly WaitClient _http;

    public MixedOnGil()
        : base(Model.Gil)
    {
        _http = WaitClient.Blocking(socket => new ReleasingStream(socket, _gil));
    }

    protected override MixedAnswer Run(MixedJob job, TrialContext trial, CancellationToken cancellation)
    {
        var served = new List<MixedReply>();
        var requests = trial.Offer(job.Load, cancellation);
        var (first, numbers, last) = job.RequestTo(trial.IoServer);

        GilGroup.Run(_gil, job.Load.Concurrency, () => requests.ForEach(
            _ =>
            {
                var before = _http.Get(first, cancellation);
                var primes = Primes.Count(numbers, _gil.Point, cancellation).Primes;
                var after = _http.Get(last, cancellation);
                served.Add(new MixedReply(primes, before.Bytes + after.Bytes));
            },
            whileWaiting: _gil.Released));
        return new MixedAnswer(served) { Gil = _gil };
    }
}
