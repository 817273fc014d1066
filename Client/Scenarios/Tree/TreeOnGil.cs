using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Tree;

/// <summary>A thread a node under one lock, which a node lets go while it waits for its children.</summary>
internal sealed class TreeOnGil() : BlockingWorkload<TreeJob, TreeAnswer>(Model.Gil)
{
    protected override TreeAnswer Run(TreeJob job, TrialContext trial, CancellationToken cancellation)
    {
        var gil = new GlobalLock();
        return new BlockingTree(job.LeavesOn(Model), trial, bodies => GilGroup.Run(gil, bodies), Released).Sum();

        void Released(Action block) => gil.Released(() =>
        {
            block();
            return true;
        });
    }
}
