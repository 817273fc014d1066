using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Server;

namespace Interleave.Client.Tests.Scenarios.Server;

[Collection(TrialsCollection.Name)]
public sealed class ServerContract(Trials trials)
{
    public static TheoryData<string> Models => Trials.ModelsOf(new ServerScenario());

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_session_is_held_and_every_message_echoed(string model)
    {
        var outcome = await trials.RunAsync(new ServerScenario(), "sessions", model, ("sessions", 40), ("bytes", 100), ("every", 0.1), ("seconds", 0.2));

        var answers = outcome.Expectations.Where(answer => !answer.Name.StartsWith("generator", StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.True(answer.Ok, answer.ToString()));
        Assert.Equal(40, outcome["sessions-held"]);
        Assert.Equal(0, outcome["failures"]);
        Assert.Equal(80, outcome.Recorder.Counts.Completed);
        Assert.True(outcome["latency-p50"] > 0);
    }

    [LinuxFact]
    public async Task A_session_is_a_thread_where_it_blocks()
    {
        var threads = await trials.RunAsync(new ServerScenario(), "sessions", "threads", ("sessions", 200), ("every", 1), ("seconds", 0.1));
        var tasks = await trials.RunAsync(new ServerScenario(), "sessions", "tasks", ("sessions", 200), ("every", 1), ("seconds", 0.1));

        Assert.InRange(threads["server-threads"], 150, 250);
        Assert.InRange(tasks["server-threads"], -50, 50);
    }

    [Fact]
    public void No_more_sessions_are_wanted_than_the_descriptors_of_a_process_allow()
    {
        var settings = new Settings(Profile.Quick, new Dictionary<string, double> { ["sessions"] = 100_000 });

        var variant = Assert.Single(new ServerScenario().Variants(settings));

        Assert.InRange(variant.Parameters["sessions"], 4, 100_000);
        if (new ProcessLimits(MachineFiles.OfThisMachine).Of("Max open files") is { } limit)
        {
            Assert.True(variant.Parameters["sessions"] < limit || limit < 204);
        }
    }
}
