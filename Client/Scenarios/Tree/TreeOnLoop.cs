using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Tree;

/// <summary>The same coroutines as on tasks, all on one thread.</summary>
internal sealed class TreeOnLoop() : Workload<TreeJob, TreeAnswer>(Model.Loop)
{
    public override Task<TreeAnswer> RunAsync(TreeJob job, TrialContext trial, CancellationToken cancellation) =>
        EventLoop.RunAsync(() => TreeOnTasks.SumAsync(job.LeavesOn(Model), trial));
}
