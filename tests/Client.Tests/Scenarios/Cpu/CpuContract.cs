using Interleave.Client.Scenarios.Cpu;

namespace Interleave.Client.Tests.Scenarios.Cpu;

[Collection(TrialsCollection.Name)]
public sealed class CpuContract(Trials trials)
{
    public static TheoryData<string> Models => Trials.ModelsOf(new CpuScenario());

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_model_counts_the_known_number_of_primes(string model)
    {
        var outcome = await trials.RunAsync(new CpuScenario(), "all cores", model, ("numbers", 4_000), ("ranges", 16));

        Assert.All(outcome.Expectations, answer => Assert.True(answer.Ok, answer.Name));
        Assert.Contains(outcome.Expectations, answer => answer is { Name: "primes counted", Expected: > 0 } && answer.Expected == answer.Observed);
        Assert.Equal(16, outcome.Recorder.Counts.Completed);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Two_operations_are_enough_for_every_model(string model)
    {
        var outcome = await trials.RunAsync(new CpuScenario(), "two", model, ("numbers", 2_000));

        Assert.All(outcome.Expectations, answer => Assert.True(answer.Ok, answer.Name));
        Assert.Equal(2, outcome.Recorder.Counts.Completed);
    }

    [Fact]
    public async Task The_loop_computes_everything_on_one_thread()
    {
        var outcome = await trials.RunAsync(new CpuScenario(), "all cores", "loop", ("numbers", 4_000), ("ranges", 16));

        Assert.Equal(1, outcome["threads-used"]);
        Assert.Equal(1, outcome["threads-at-once"]);
    }

    [Theory]
    [InlineData("threads")]
    [InlineData("pool")]
    [InlineData("tasks")]
    [InlineData("processes")]
    [InlineData("grains")]
    public async Task Computations_overlap_on_every_model_but_the_loop(string model)
    {
        var outcome = await trials.RunAsync(new CpuScenario(), "two", model, ("numbers", 400_000));

        Assert.Equal(2, outcome["threads-at-once"]);
    }

    [Fact]
    public async Task Under_a_global_lock_one_thread_computes_at_a_time_and_keeps_the_lock_for_its_interval()
    {
        var outcome = await trials.RunAsync(new CpuScenario(), "two", "gil", ("numbers", 200_000));

        Assert.Contains(outcome.Expectations, answer => answer is { Name: "threads under the lock at once", Observed: 1, Ok: true });
        Assert.Contains(outcome.Expectations, answer => answer is { Name: "shortest time under the lock, in ms", Observed: >= 4.9, Ok: true });
        Assert.True(outcome["lock-held"] >= 0.0049);
    }

    [Theory]
    [InlineData("lock in each process")]
    [InlineData("lock in one process")]
    public async Task Threads_under_a_lock_in_other_processes_count_the_same(string variant)
    {
        var outcome = await trials.RunAsync(new CpuScenario(), variant, "processes", ("numbers", 4_000), ("ranges", 16));

        Assert.All(outcome.Expectations, answer => Assert.True(answer.Ok, answer.Name));
        Assert.InRange(outcome["process-start"], 0.001, 60);
    }

    [Fact]
    public async Task The_speed_up_is_taken_over_the_same_work_done_in_sequence()
    {
        var outcome = await trials.RunAsync(new CpuScenario(), "two", "loop", ("numbers", 20_000));

        Assert.NotNull(outcome.Sequential);
        Assert.Equal(outcome.Sequential.Value.TotalSeconds / outcome["time"], outcome["speed-up"], 6);
        Assert.Equal(outcome["speed-up"] / Math.Min(2, Environment.ProcessorCount), outcome["efficiency"], 9);
    }
}
