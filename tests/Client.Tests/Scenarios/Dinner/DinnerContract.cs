using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Dinner;
using Interleave.Grains.Dinner;

namespace Interleave.Client.Tests.Scenarios.Dinner;

[Collection(TrialsCollection.Name)]
public sealed class DinnerContract(Trials trials)
{
    private static readonly (string Name, double Value)[] Small = [("courses", 3), ("steps", 3), ("numbers", 200)];

    public static TheoryData<string> Models => Trials.ModelsOf(new DinnerScenario());

    [Theory]
    [MemberData(nameof(Models))]
    public async Task No_course_begins_before_the_last_one_has_ended(string model)
    {
        var outcome = await trials.RunAsync(new DinnerScenario(), "all cores", model, Small);

        Assert.Equal((0, 3 * 6 * 3), (outcome["out-of-order"], outcome["steps-taken"]));
    }

    [Fact]
    public async Task A_loop_has_several_activities_in_progress_and_runs_one_on_one_thread()
    {
        var outcome = await trials.RunAsync(new DinnerScenario(), "all cores", "loop", Small);

        Assert.Equal((0, 1), (outcome["running-together"], outcome["threads-used"]));
        Assert.InRange(outcome["in-progress-together"], 0.5, 1);
    }

    [Fact]
    public async Task A_friend_who_ate_and_spoke_at_once_is_a_wrong_answer()
    {
        var outcome = await trials.RunAsync(new DinnerScenario(), "all cores", "threads", Small);
        var job = new DinnerJob(1, 1, 100);
        var steps = job.CourseAfter(0, 0).Activities.SelectMany(activity => activity.Steps).Select(step => step.Take(CancellationToken.None)).ToList();
        var first = steps[0].Execution;
        TakenStep[] atOnce = [.. steps.Select(step => step with { Execution = first })];

        Assert.All(outcome.Expectations, expectation => Assert.True(expectation.Ok, expectation.Name));
        Assert.All(Expectations(steps), expectation => Assert.True(expectation.Ok, expectation.Name));
        Assert.Single(Expectations(atOnce), expectation => !expectation.Ok);

        IEnumerable<Expectation> Expectations(IReadOnlyList<TakenStep> taken) =>
            new DinnerScenario().Check(job, new DinnerAnswer(taken), new MeasuredTrial(TimeSpan.FromSeconds(1), new TrialRecorder(), null));
    }
}
