namespace Interleave.Grains.Tree;

/// <summary>A node of the tree; the keys of its children follow from its own, so that no two nodes share one.</summary>
internal sealed class NodeGrain : Grain, INodeGrain
{
    private const int Children = 10;

    private INodeGrain[] _children = [];

    public async Task<TreeSum> Sum(long first, int leaves, CancellationToken cancellation)
    {
        if (leaves == 1)
        {
            return new TreeSum(first, 1);
        }

        var each = leaves / Children;
        // Behind this node's key: the nodes of a whole subtree for each child.
        var subtree = NodesOf(each);
        _children = [.. Enumerable.Range(0, Children).Select(child => GrainFactory.GetGrain<INodeGrain>(this.GetPrimaryKeyLong() + 1 + (child * subtree)))];
        var sums = await Task.WhenAll(_children.Select((child, number) => child.Sum(first + (number * each), each, cancellation)));
        return new TreeSum(sums.Sum(sum => sum.Total), 1 + sums.Sum(sum => sum.Nodes));
    }

    public async Task Leave()
    {
        await Task.WhenAll(_children.Select(child => child.Leave()));
        DeactivateOnIdle();
    }

    private static long NodesOf(int leaves) => leaves <= 1 ? 1 : leaves + NodesOf(leaves / Children);
}
