using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A thread a wait, under one lock that each lets go while it blocks in its socket: what they share needs no other.</summary>
internal sealed class IoOnGil : BlockingWorkload<IoJob, IoAnswer>
{
    private readonly GlobalLock _gil = new();
    private readonly WaitClient _http;

    public IoOnGil()
        : base(Model.Gil)
    {
        _http = WaitClient.Blocking(socket => new ReleasingStream(socket, _gil));
    }

    protected override IoAnswer Run(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var completions = new List<Completion>();
        var waits = trial.Offer(job.Load, cancellation);

        GilGroup.Run(_gil, job.Load.Concurrency, () => waits.ForEach(
            wait =>
            {
                var reply = _http.Get(job.RequestOf(wait, trial.IoServer), cancellation);
                completions.Add(Completion.Of(wait, reply));
            },
            whileWaiting: _gil.Released));
        return new IoAnswer(completions) { Gil = _gil };
    }
}
