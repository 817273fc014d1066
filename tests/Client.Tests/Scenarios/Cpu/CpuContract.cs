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

        var answer = Assert.Single(outcome.Expectations);
        Assert.True(answer.Ok);
        Assert.Equal(answer.Expected, answer.Observed);
        Assert.Equal(16, outcome.Recorder.Counts.Completed);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Two_operations_are_enough_for_every_model(string model)
    {
        var outcome = await trials.RunAsync(new CpuScenario(), "two", model, ("numbers", 2_000));

        Assert.True(Assert.Single(outcome.Expectations).Ok);
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
    [InlineData("tasks")]
    [InlineData("grains")]
    public async Task Computations_overlap_on_every_model_but_the_loop(string model)
    {
        var outcome = await trials.RunAsync(new CpuScenario(), "two", model, ("numbers", 400_000));

        Assert.Equal(2, outcome["threads-at-once"]);
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
