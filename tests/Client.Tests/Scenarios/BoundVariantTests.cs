using Interleave.Client.Measuring.Loads;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Scenarios;

public sealed class BoundVariantTests
{
    [Fact]
    public async Task An_answer_is_held_against_what_was_known()
    {
        var observation = await RunAsync(new MadeUpWorkload());

        Assert.Equal([Expectation.Equal("doubled", 8, 8)], observation.Expectations);
    }

    [Theory]
    [InlineData("prepare", "prepare", "clean up")]
    [InlineData("run", "prepare", "run", "clean up")]
    public async Task A_workload_that_fails_cleans_up(string failsIn, params string[] calls)
    {
        var workload = new MadeUpWorkload(failsIn);

        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(workload));

        Assert.Equal(calls, workload.Calls);
    }

    [Fact]
    public void Without_sequential_work_there_is_no_sequential_time() =>
        Assert.Null(Only(new MadeUpScenario(new MadeUpWorkload())).RunSequentially(CancellationToken.None));

    [Fact]
    public void No_speed_up_is_taken_over_sequential_work_that_is_wrong()
    {
        var variant = Only(new MadeUpScenario(new MadeUpWorkload()) { InSequence = number => 3 * number });

        var refusal = Assert.Throws<InvalidOperationException>(() => variant.RunSequentially(CancellationToken.None));

        Assert.Equal("Done in sequence, doubled: 12 instead of 8.", refusal.Message);
    }

    private static Task<Observation> RunAsync(MadeUpWorkload workload) => Only(new MadeUpScenario(workload))
        .RunAsync(Model.Tasks, new TrialContext(new TrialRecorder(), new Uri("http://localhost"), null, null), CancellationToken.None);

    private static IVariant Only(MadeUpScenario scenario) =>
        Assert.Single(scenario.Variants(new Settings(Profile.Quick, new Dictionary<string, double>())));
}
