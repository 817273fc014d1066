namespace Interleave.Grains.Tree;

/// <summary>The sum of the leaves below a node, and how many nodes there are, itself included.</summary>
[GenerateSerializer, Immutable]
public sealed record TreeSum(long Total, long Nodes);
