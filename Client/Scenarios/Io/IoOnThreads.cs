using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A thread a wait: each blocks in its socket until the answer comes.</summary>
internal sealed class IoOnThreads() : BlockingWorkload<IoJob, IoAnswer>(Model.Threads)
{
    private readonly IoClient _io = IoClient.Blocking();

    protected override IoAnswer Run(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var completions = new ConcurrentQueue<Completion>();
        var waits = trial.Offer(job.Load, cancellation);

        ThreadGroup.Run(job.Load.Concurrency, () => waits.ForEach(wait =>
        {
            var reply = _io.Do(job.RequestOf(wait, trial), cancellation);
            completions.Enqueue(Completion.Of(wait, reply));
        }));
        return new IoAnswer(completions);
    }
}
