namespace Interleave.Grains.Tree;

public interface INodeGrain : IGrainWithIntegerKey
{
    /// <summary>Makes the tree below this node, whose leaves are numbered from <paramref name="first"/>, and sums it up.</summary>
    Task<TreeSum> Sum(long first, int leaves, CancellationToken cancellation);

    /// <summary>Lets this node go, and all that are below it.</summary>
    Task Leave();
}
