using Interleave.Client.Advice;
using Interleave.Client.Capacity;
using Interleave.Client.Models;
using Interleave.Client.Tests.Capacity;

namespace Interleave.Client.Tests.Advice;

public sealed class RankingTests
{
    private const double Asked = 200;

    [Fact]
    public void The_cheapest_of_those_that_carry_the_rate_comes_first_with_the_reason_for_each_place()
    {
        var lines = Lines(Carrying(Model.Threads, 1_100, cores: 0.9, memory: 60e6), Carrying(Model.Tasks, 2_900, cores: 0.4, memory: 20e6));

        Assert.StartsWith("1. tasks: carries up to 3,029/s (2,929/s – 3,132/s), then the cores gave out; at 200/s", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("2. threads: carries up to 1,149/s ", lines[3], StringComparison.Ordinal);
        Assert.Equal("   Behind tasks, because it keeps 0.90 cores busy and not 0.40 cores.", lines[4]);
    }

    [Fact]
    public void Models_that_do_not_differ_are_called_equal()
    {
        var lines = Lines(Carrying(Model.Tasks, 2_900, cores: 0.4, memory: 20e6), Carrying(Model.Loop, 3_000, cores: 0.41, memory: 21e6));

        Assert.StartsWith("1. tasks and loop, equal here: ", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.StartsWith("2.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_that_does_not_carry_the_rate_has_no_place_and_a_reason()
    {
        var failed = MadeUpTrials.At(Asked, "p99 300 ms (limit 100 ms)");
        var pool = new ModelCapacity(Model.Pool, [new Bracket(MadeUpTrials.At(50, null), MadeUpTrials.At(60, "p99"))], [failed]);

        var lines = Lines(Carrying(Model.Tasks, 2_900, cores: 0.4, memory: 20e6), pool);

        Assert.Contains("–  pool: does not carry 200/s: p99 300 ms (limit 100 ms). First to give out: the cores.", lines);
    }

    [Fact]
    public void What_would_change_it_is_said()
    {
        var lines = Lines(Carrying(Model.Loop, 400, cores: 0.3, memory: 90e6), Carrying(Model.Tasks, 2_900, cores: 0.6, memory: 20e6));

        Assert.Contains(lines, line => line.StartsWith("With more than 404/s, choose tasks", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Where memory is short, choose tasks", StringComparison.Ordinal));
    }

    private static List<string> Lines(params ModelCapacity[] found) => [.. new Ranking(found, Asked, silos: 2).Lines()];

    private static ModelCapacity Carrying(Model model, double capacity, double cores, double memory)
    {
        var atAsked = MadeUpTrials.At(Asked, null, false, ("cpu-time", cores), ("time", 1), ("memory", memory), ("threads", 5));
        return new ModelCapacity(model, [new Bracket(MadeUpTrials.At(capacity * 1.01, null), MadeUpTrials.At(capacity * 1.08, "p99"))], [atAsked]);
    }
}
