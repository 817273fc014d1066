using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Ring;

/// <summary>The same coroutines as on tasks, all on one thread: a hop is an entry in the queue of the loop.</summary>
internal sealed class RingOnLoop() : Workload<RingJob, RingAnswer>(Model.Loop)
{
    public override Task<RingAnswer> RunAsync(RingJob job, TrialContext trial, CancellationToken cancellation) =>
        EventLoop.RunAsync(() => RingOnTasks.PassRoundAsync(job, trial, cancellation));
}
