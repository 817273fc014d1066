using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A work item a wait: each holds a thread of the pool until the answer comes, and those that queue behind it wait for a thread.</summary>
internal sealed class IoOnPool() : Workload<IoJob, IoAnswer>(Model.Pool)
{
    private readonly IoClient _io = IoClient.Blocking();

    /// <summary>Every trial begins with a pool as a new process has it: the threads that it added for an earlier one would hide what it lacks.</summary>
    public override Task PrepareAsync(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        PoolGroup.ForgetGrowth();
        return Task.CompletedTask;
    }

    public override async Task<IoAnswer> RunAsync(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var completions = new ConcurrentQueue<Completion>();
        var waits = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.Load.ForEachUnit(_ => waits.ForEachAsync(wait => Task.Run(
            () =>
            {
                var reply = _io.Do(job.RequestOf(wait, trial), cancellation);
                completions.Enqueue(Completion.Of(wait, reply));
            },
            cancellation))));
        return new IoAnswer(completions);
    }
}
