namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>Who waits for a fork, and who holds it.</summary>
/// <param name="Holders">By the number of the fork; null where it lies on the table.</param>
/// <param name="Waits">By the number of the philosopher; null where it does not wait.</param>
internal sealed record WaitForGraph(IReadOnlyList<int?> Holders, IReadOnlyList<ForkWait?> Waits)
{
    /// <summary>Philosophers who wait for each other, each for a fork that the next one holds; null where there are none.</summary>
    public IReadOnlyList<ForkWait>? FindCircle() =>
        Enumerable.Range(0, Waits.Count).Select(CircleThrough).FirstOrDefault(circle => circle is not null);

    private List<ForkWait>? CircleThrough(int philosopher)
    {
        var chain = new List<ForkWait>();
        for (var next = philosopher; chain.Count < Waits.Count && Waits[next] is { } wait && Holders[wait.Fork] is { } holder; next = holder)
        {
            chain.Add(wait);
            if (holder == philosopher)
            {
                return chain;
            }
        }

        return null;
    }
}
