namespace Interleave.Client.Scenarios.Tree;

/// <summary>Nodes that block until their children have answered; leaves block until all of them live.</summary>
/// <param name="run">Runs children, a unit each, until all have ended.</param>
/// <param name="block">Makes a call that blocks.</param>
internal sealed class BlockingTree(int leaves, TrialContext trial, Action<IEnumerable<Action>> run, Action<Action> block)
{
    private readonly object _allLive = new();
    private int _live;

    public TreeAnswer Sum()
    {
        var result = new NodeResult[1];
        run([() => result[0] = Node(0, leaves)]);
        return new TreeAnswer(leaves, result[0].Sum, result[0].Nodes);
    }

    private NodeResult Node(long first, int size)
    {
        using var unit = trial.Unit(size == 1 ? "leaf" : "node");
        if (size == 1)
        {
            block(AwaitOthers);
            return NodeResult.Leaf(first);
        }

        var children = new NodeResult[TreeJob.Children];
        var each = size / TreeJob.Children;
        block(() => run(Enumerable.Range(0, TreeJob.Children).Select(child => (Action)(() => children[child] = Node(first + (child * each), each)))));
        return NodeResult.Of(children);
    }

    private void AwaitOthers()
    {
        lock (_allLive)
        {
            if (++_live == leaves)
            {
                Monitor.PulseAll(_allLive);
            }

            while (_live < leaves)
            {
                Monitor.Wait(_allLive);
            }
        }
    }
}
