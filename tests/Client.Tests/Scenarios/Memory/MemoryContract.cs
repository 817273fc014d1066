using Interleave.Client.Scenarios.Memory;

namespace Interleave.Client.Tests.Scenarios.Memory;

[Collection(TrialsCollection.Name)]
public sealed class MemoryContract(Trials trials)
{
    [Fact]
    public async Task Every_idle_thread_is_one_of_the_systems()
    {
        var outcome = await trials.RunAsync(new MemoryScenario(), "idle", "threads", ("threads", 200));

        Assert.Equal(200, outcome["units-reached"]);
        Assert.InRange(outcome["kernel-threads"], 150, 250);
        Assert.InRange(outcome["virtual-a-unit"], 64 << 10, 64 << 20);
    }

    [Fact]
    public async Task An_idle_task_weighs_some_hundred_bytes_and_needs_no_thread()
    {
        var outcome = await trials.RunAsync(new MemoryScenario(), "idle", "tasks", ("tasks", 40_000));

        Assert.Equal(40_000, outcome["units-reached"]);
        Assert.InRange(outcome["heap-a-unit"], 100, 2_000);
        Assert.InRange(outcome["kernel-threads"], -50, 50);
    }

    [Fact]
    public async Task A_timer_without_a_state_machine_weighs_less()
    {
        var idle = await UsualWeightAsync("idle");
        var bare = await UsualWeightAsync("bare timers");

        Assert.True(bare < idle, $"{bare} B bare, {idle} B with a state machine.");
    }

    [Fact]
    public async Task A_work_item_takes_a_new_thread_in_every_trial_for_no_pool_has_served_before()
    {
        var first = await trials.RunAsync(new MemoryScenario(), "idle work items", "pool", ("work-items", 4));
        var second = await trials.RunAsync(new MemoryScenario(), "idle work items", "pool", ("work-items", 4));

        Assert.All([first, second], outcome => Assert.InRange(outcome["kernel-threads"], 3, 12));
    }

    /// <summary>The heap is that of the whole process, to which tests beside this one add, and from which they take: so the median of several trials.</summary>
    private async Task<double> UsualWeightAsync(string variant)
    {
        var weights = new List<double>();
        while (weights.Count < 5)
        {
            weights.Add((await trials.RunAsync(new MemoryScenario(), variant, "tasks", ("tasks", 40_000)))["heap-a-unit"]);
        }

        return weights.Order().ElementAt(weights.Count / 2);
    }
}
