using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Scenarios.Ipc;
using Interleave.Grains.Ipc;

namespace Interleave.Client.Tests.Scenarios.Ipc;

[Collection(TrialsCollection.Name)]
public sealed class IpcContract(Trials trials)
{
    private static readonly (string Name, double Value)[] Small = [("messages", 100), ("volume", 1 << 20), ("under-way", 3)];

    [Theory]
    [InlineData("pipe", "threads")]
    [InlineData("pipe", "processes")]
    [InlineData("socket", "processes")]
    [InlineData("queue", "processes")]
    [InlineData("shared memory", "processes")]
    [InlineData("reference", "threads")]
    [InlineData("reference", "tasks")]
    [InlineData("reference", "loop")]
    [InlineData("reference", "grains")]
    public async Task Every_message_arrives_as_it_was_sent_whatever_its_size(string way, string model)
    {
        foreach (var size in new[] { 64, 4096, MessageContent.LargestSize })
        {
            var outcome = await trials.RunAsync(new IpcScenario(), $"{way}, {size} By", model, Small);

            Assert.All(outcome.Expectations, expectation => Assert.True(expectation.Ok, $"{size}: {expectation}"));
            Assert.Equal(outcome["messages-per-second"] * size, outcome["bandwidth"], tolerance: 1);
        }
    }

    [Theory]
    [InlineData(10, 10, 45, true)]
    [InlineData(10, 9, 45, false)]
    [InlineData(9, 9, 36, false)]
    [InlineData(10, 10, 46, false)]
    internal void Messages_that_are_damaged_missing_or_doubled_are_a_wrong_answer(long count, long intact, long numbers, bool ok)
    {
        var job = new IpcJob(new MessageForm(MessageWay.Pipe, 64, 8), new ClosedLoad(1, 2) { StepsAnOperation = 5 });
        var trial = new MeasuredTrial(TimeSpan.FromSeconds(1), new TrialRecorder(), null);

        var expectations = new IpcScenario().Check(job, new IpcAnswer(new ReceivedMessages(count, intact, numbers)), trial);

        Assert.Equal(ok, expectations.All(expectation => expectation.Ok));
    }
}
