using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Tree;

/// <summary>A task a node: to wait for its children it needs no thread, so that a million can wait.</summary>
internal sealed class TreeOnTasks() : Workload<TreeJob, TreeAnswer>(Model.Tasks)
{
    public override Task<TreeAnswer> RunAsync(TreeJob job, TrialContext trial, CancellationToken cancellation) => SumAsync(job.LeavesOn(Model), trial);

    public static async Task<TreeAnswer> SumAsync(int leaves, TrialContext trial)
    {
        var gate = new LeafGate(leaves);
        var root = await NodeAsync(0, leaves, trial, gate);
        return new TreeAnswer(leaves, root.Sum, root.Nodes);
    }

    private static async Task<NodeResult> NodeAsync(long first, int size, TrialContext trial, LeafGate gate)
    {
        await Task.Yield(); // A unit of its own, and not a part of its parent's.
        using var unit = trial.Unit(size == 1 ? "leaf" : "node");
        if (size == 1)
        {
            await gate.AwaitOthersAsync();
            return NodeResult.Leaf(first);
        }

        var each = size / TreeJob.Children;
        return NodeResult.Of(await Task.WhenAll(Enumerable.Range(0, TreeJob.Children).Select(child => NodeAsync(first + (child * each), each, trial, gate))));
    }
}
