using Interleave.Client.Scenarios.Deadlock;

namespace Interleave.Client.Tests.Scenarios.Deadlock;

public sealed class WaitForGraphTests
{
    [Fact]
    public void Nobody_waits_in_an_empty_room() => Assert.Null(new WaitForGraph([], []).FindCircle());

    [Fact]
    public void Everybody_with_one_fork_waiting_for_the_next_one_is_a_circle() =>
        Assert.Equal([0, 1, 2], Graph([0, 1, 2], (0, 1), (1, 2), (2, 0)).FindCircle()!.Select(wait => wait.Philosopher)); // Asserted by its content.

    [Fact]
    public void A_chain_that_ends_with_somebody_who_eats_is_none() => Assert.Null(Graph([0, 1, 2], (0, 1), (1, 2)).FindCircle());

    [Fact]
    public void A_fork_on_the_table_breaks_the_circle() => Assert.Null(Graph([0, 1, null], (0, 1), (1, 2), (2, 0)).FindCircle());

    [Fact]
    public void Those_who_only_wait_for_the_circle_are_not_part_of_it() =>
        Assert.Equal([1, 2], Graph([1, 1, 2], (0, 1), (1, 2), (2, 0)).FindCircle()!.Select(wait => wait.Philosopher)); // Asserted by its content.

    private static WaitForGraph Graph(int?[] holders, params (int Philosopher, int Fork)[] waits)
    {
        var all = new ForkWait?[holders.Length];
        foreach (var (philosopher, fork) in waits)
        {
            all[philosopher] = new ForkWait(philosopher, fork, Since: 0);
        }

        return new WaitForGraph(holders, all);
    }
}
