using Interleave.Client.Measuring.Loads;
using Interleave.Client.Scenarios.Io;

namespace Interleave.Client.Tests.Scenarios.Io;

[Collection(TrialsCollection.Name)]
public sealed class IoContract(Trials trials)
{
    public static TheoryData<string> Models => Trials.ModelsOf(new IoScenario());

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_model_gets_every_answer_with_all_its_bytes(string model)
    {
        var outcome = await trials.RunAsync(new IoScenario(), "http 50ms", model, ("delay", 50), ("operations", 80), ("concurrency", 8), ("bytes", 100_000));

        Assert.Contains(outcome.Expectations, answer => answer is { Name: "peak live units", Expected: 8 });
        Assert.All(outcome.Expectations, answer => Assert.True(answer.Ok, $"{answer.Name}: {answer.Observed} instead of {answer.Expected}"));
        Assert.Equal(80, outcome.Recorder.Counts.Completed);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task No_wait_is_shorter_than_the_server_was_asked_for(string model)
    {
        var outcome = await trials.RunAsync(new IoScenario(), "http 20ms", model, ("delay", 20), ("spread", 0), ("operations", 8), ("concurrency", 8));

        Assert.True(outcome.Recorder.Operations.Latency.Percentile(0.5) >= 0.020);
        Assert.True(outcome["server-lateness"] >= 0);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Waits_are_concurrent_on_every_model(string model)
    {
        var outcome = await trials.RunAsync(new IoScenario(), "http 200ms", model, ("delay", 200), ("operations", 10), ("concurrency", 10));

        // As Little's law has it; ten at best, one where they wait one after the other.
        var inProgress = outcome.Recorder.Operations.Latency.Percentile(0.5) * 10 / outcome["time"];
        Assert.True(inProgress >= 4, $"{inProgress} waits in progress on average.");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task The_later_start_completes_first_when_it_is_answered_first(string model)
    {
        var outcome = await trials.RunAsync(new IoScenario(), "last first", model, ("delay", 100));

        Assert.True(outcome["in-order-of-answers"] > outcome["in-order-of-starts"]);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_model_carries_waits_that_arrive_at_a_rate(string model)
    {
        var outcome = await trials.RunAsync(
            new IoScenario(), "arriving 400/s", model, ("delay", 5), ("spread", 0), ("concurrency", 20), ("rate", 400), ("seconds", 0.15));

        Assert.All(
            outcome.Expectations.Where(answer => !answer.Name.StartsWith("generator on time", StringComparison.Ordinal)),
            answer => Assert.True(answer.Ok, answer.Name));
        Assert.True(outcome["time"] >= 0.1);
        Assert.True(outcome["latency-p50"] >= 0.005);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task What_an_operation_takes_beyond_the_delay_and_the_lateness_of_the_server_is_told(string model)
    {
        var outcome = await trials.RunAsync(new IoScenario(), "http 40ms", model, ("delay", 40), ("operations", 8), ("concurrency", 4));

        Assert.InRange(outcome["beyond-delay"], 0.000_001, outcome["time"]);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_model_is_answered_at_once_without_a_delay(string model)
    {
        var outcome = await trials.RunAsync(new IoScenario(), "no delay", model, ("operations", 10), ("concurrency", 4));

        Assert.All(outcome.Expectations, answer => Assert.True(answer.Ok, $"{answer.Name}: {answer.Observed} instead of {answer.Expected}"));
        Assert.Equal(200, outcome.Recorder.Counts.Completed);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_model_reads_each_block_of_a_file_that_is_gone_afterwards(string model)
    {
        var outcome = await trials.RunAsync(new IoScenario(), "file", model, ("operations", 40), ("concurrency", 4), ("file-bytes", 8_192));

        Assert.All(outcome.Expectations, answer => Assert.True(answer.Ok, answer.ToString()));
        Assert.Contains(outcome.Expectations, answer => answer is { Name: "answers to what was asked", Expected: 40 });
        Assert.False(File.Exists(IoFile.Path));
    }

    [Fact]
    public async Task Only_an_open_load_tells_latencies_and_only_a_closed_one_throughput()
    {
        (string, double)[] small = [("delay", 5), ("operations", 10), ("rate", 100), ("seconds", 0.1)];
        var closed = await trials.RunAsync(new IoScenario(), "http 5ms", "tasks", small);
        var open = await trials.RunAsync(new IoScenario(), "arriving 100/s", "tasks", small);

        Assert.True(closed.Figures.ContainsKey("throughput") && !closed.Figures.ContainsKey("latency-p50"));
        Assert.True(open.Figures.ContainsKey("latency-p50") && !open.Figures.ContainsKey("throughput"));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task A_cancelled_trial_ends_while_its_operations_wait(string model)
    {
        using var cancellation = new CancellationTokenSource();
        var recorder = new TrialRecorder();
        var trial = trials.RunAsync(
            new IoScenario(), "http 20000ms", model, recorder, cancellation.Token, ("delay", 20_000), ("operations", 4), ("concurrency", 4));
        SpinWait.SpinUntil(() => recorder.Counts.Started == 4 || trial.IsCompleted);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => trial.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(0, recorder.Counts.Completed);
    }
}
