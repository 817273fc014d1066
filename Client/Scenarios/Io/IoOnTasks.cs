using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A task a wait: no thread is held until the answer comes.</summary>
internal sealed class IoOnTasks() : Workload<IoJob, IoAnswer>(Model.Tasks)
{
    private readonly IoClient _io = IoClient.Awaiting();

    public override async Task<IoAnswer> RunAsync(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var completions = new ConcurrentQueue<Completion>();
        var waits = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.Load.ForEachUnit(_ => waits.ForEachAsync(async wait =>
        {
            var reply = await _io.DoAsync(job.RequestOf(wait, trial), cancellation);
            completions.Enqueue(Completion.Of(wait, reply));
        })));
        return new IoAnswer(completions);
    }
}
