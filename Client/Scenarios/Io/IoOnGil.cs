using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A thread a wait, under one lock that each lets go while it blocks in its socket: what they share needs no other.</summary>
/// <remarks>For a file, and for all of a database driver's call, the lock is let go as a whole, as CPython and libpq's wrappers do.</remarks>
internal sealed class IoOnGil : BlockingWorkload<IoJob, IoAnswer>
{
    private readonly GlobalLock _gil = new();
    private readonly IoClient _io;

    public IoOnGil()
        : base(Model.Gil)
    {
        _io = IoClient.Blocking(socket => new ReleasingStream(socket, _gil));
    }

    protected override IoAnswer Run(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var completions = new List<Completion>();
        var waits = trial.Offer(job.Load, cancellation);

        GilGroup.Run(_gil, job.Load.Concurrency, () => waits.ForEach(
            wait =>
            {
                var request = job.RequestOf(wait, trial);
                var reply = request is WaitRequest ? _io.Do(request, cancellation) : _gil.Released(() => _io.Do(request, cancellation));
                completions.Add(Completion.Of(wait, reply));
            },
            whileWaiting: _gil.Released));
        return new IoAnswer(completions) { Gil = _gil };
    }
}
