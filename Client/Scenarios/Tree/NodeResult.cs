namespace Interleave.Client.Scenarios.Tree;

/// <summary>What a node answers: the sum of the leaves below it, and how many nodes there are, itself included.</summary>
internal readonly record struct NodeResult(long Sum, long Nodes)
{
    public static NodeResult Leaf(long number) => new(number, 1);

    public static NodeResult Of(IEnumerable<NodeResult> children) =>
        children.Aggregate(new NodeResult(0, 1), (sum, child) => new NodeResult(sum.Sum + child.Sum, sum.Nodes + child.Nodes));
}
