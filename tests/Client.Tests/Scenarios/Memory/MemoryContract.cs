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
        var idle = await trials.RunAsync(new MemoryScenario(), "idle", "tasks", ("tasks", 40_000));
        var bare = await trials.RunAsync(new MemoryScenario(), "bare timers", "tasks", ("tasks", 40_000));

        Assert.True(bare["heap-a-unit"] < idle["heap-a-unit"], $"{bare["heap-a-unit"]} B bare, {idle["heap-a-unit"]} B with a state machine.");
    }

    [Fact]
    public async Task A_work_item_takes_a_new_thread_in_every_trial_for_no_pool_has_served_before()
    {
        var first = await trials.RunAsync(new MemoryScenario(), "idle work items", "pool", ("work-items", 4));
        var second = await trials.RunAsync(new MemoryScenario(), "idle work items", "pool", ("work-items", 4));

        Assert.All([first, second], outcome => Assert.InRange(outcome["kernel-threads"], 3, 12));
    }
}
