using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Cancel;
using Interleave.Grains.Cancel;

namespace Interleave.Client.Tests.Scenarios.Cancel;

public sealed class CancelAnswerTests
{
    private const long Told = 1_000;

    [Fact]
    public void Units_that_ended_after_they_were_told_were_stopped() => Assert.All(Expectations(Ended(Told), Ended(Told + 5)), Holds);

    [Fact]
    public void A_unit_that_ended_by_itself_was_not_stopped()
    {
        var failed = Assert.Single(Expectations(Ended(Told - 1), Ended(Told + 5)), expectation => !expectation.Ok);

        Assert.Equal(("units at work until they were stopped", 2, 1), (failed.Name, failed.Expected, failed.Observed));
    }

    [Fact]
    public void A_unit_of_which_nothing_was_heard_was_not_stopped() => Assert.Contains(Expectations(Ended(Told + 5)), expectation => !expectation.Ok);

    [Fact]
    public void A_piece_of_work_with_a_wrong_result_is_a_fault() =>
        Assert.Contains(Expectations(Ended(Told), Ended(Told, wrongResults: 1)), expectation => !expectation.Ok);

    private static StopOutcome Ended(long at, long wrongResults = 0) => new(Told, new StopReport(false, 1, 1, true, wrongResults, [], at));

    private static IEnumerable<Expectation> Expectations(params StopOutcome[] stops)
    {
        var job = new CancelJob(_ => throw new InvalidOperationException("Nothing runs here."), 42, Stops: 2, AtOnce: 1, TimeSpan.Zero, Seed: 1);
        return new CancelScenario().Check(job, new CancelAnswer(stops), new(TimeSpan.FromSeconds(1), new(), null));
    }

    private static void Holds(Expectation expectation) => Assert.True(expectation.Ok, expectation.ToString());
}
