using Interleave.Client.Models;
using Interleave.Grains.Tree;

namespace Interleave.Client.Scenarios.Tree;

/// <summary>A grain a node: it is activated by its parent's call, and stays active when it has answered.</summary>
internal sealed class TreeOnGrains() : Workload<TreeJob, TreeAnswer>(Model.Grains)
{
    private INodeGrain? _root;

    public override async Task<TreeAnswer> RunAsync(TreeJob job, TrialContext trial, CancellationToken cancellation)
    {
        var leaves = job.LeavesOn(Model);
        _root = trial.FreshGrainsOf<INodeGrain>(1).Single();
        var sum = await _root.Sum(0, leaves, cancellation);
        for (var node = 0L; node < sum.Nodes; node++)
        {
            trial.Recorder.Units.Enter(); // Every node has answered, and none was let go.
        }

        return new TreeAnswer(leaves, sum.Total, sum.Nodes);
    }

    public override async Task CleanUpAsync(TreeJob job, TrialContext trial)
    {
        if (_root is not null)
        {
            await _root.Leave();
            _root = null;
        }
    }
}
