using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.ForkJoin;

/// <summary>The same coroutines on one thread: while the parent computes, no child can report; it has waited meanwhile all the same.</summary>
internal sealed class ForkJoinOnLoop() : Workload<ForkJoinJob, ForkJoinAnswer>(Model.Loop)
{
    private readonly WaitClient _http = WaitClient.Awaiting();

    public override Task<ForkJoinAnswer> RunAsync(ForkJoinJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(() =>
        ForkJoinOnTasks.ForkAsync(job, trial, child => _http.GetAsync(job.RequestOf(child, trial.IoServer), cancellation), cancellation));
}
