using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Tree;

/// <summary>A thread a node, which blocks until the threads of its children have ended.</summary>
internal sealed class TreeOnThreads() : BlockingWorkload<TreeJob, TreeAnswer>(Model.Threads)
{
    protected override TreeAnswer Run(TreeJob job, TrialContext trial, CancellationToken cancellation) =>
        new BlockingTree(job.LeavesOn(Model), trial, ThreadGroup.Run, block => block()).Sum();
}
