using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Models;
using Interleave.Client.Scenarios.Memory;

namespace Interleave.Client.Tests.Scenarios.Memory;

public sealed class MemoryAnswerTests
{
    [Theory]
    [InlineData(40, null, 3, true)]
    [InlineData(39, null, 3, false)] // One of those that were made did not live.
    [InlineData(25, "no more memory", 2, true)] // Two steps of ten came about, and half of the third.
    [InlineData(20, "no more memory", 2, true)]
    [InlineData(19, "no more memory", 2, false)]
    public void As_many_units_must_have_lived_at_once_as_were_made(int live, string? endedBy, int stepsDone, bool ok)
    {
        var recorder = new TrialRecorder();
        for (var unit = 0; unit < live; unit++)
        {
            recorder.Units.Enter();
        }

        var looks = Enumerable.Range(0, stepsDone + 2).Select(step => new Census(10 * step, null, null, null, null, null)).ToList();
        var job = new MemoryJob(new Dictionary<Model, int> { [Model.Threads] = 40 }, Steps: 4, TimeSpan.FromSeconds(1));
        var answer = new MemoryAnswer(looks, Wanted: 40, TimeSpan.FromSeconds(1), endedBy);

        Assert.Equal(ok, Assert.Single(new MemoryScenario().Check(job, answer, new(TimeSpan.FromSeconds(1), recorder, null))).Ok);
    }
}
