using Interleave.Client.Scenarios.Isolation;

namespace Interleave.Client.Tests.Scenarios.Isolation;

/// <summary>Who falls with whom: the same on every run, for nothing in it is left to chance.</summary>
[Collection(TrialsCollection.Name)]
public sealed class IsolationContract(Trials trials)
{
    private const int Aborted = 134;
    private const int Killed = 137;

    private static readonly (string Name, double Value)[] Small = [("siblings", 2), ("effort", 20), ("grains", 6), ("callers", 2)];

    [Theory]
    [InlineData("threads")]
    [InlineData("pool")]
    [InlineData("tasks")]
    [InlineData("loop")]
    [InlineData("gil")]
    [InlineData("processes")]
    [InlineData("grains")]
    public async Task A_failure_that_is_handled_costs_nobody_anything(string model) =>
        Expect(await RunAsync("handled exception", model), lost: 0, told: true, sameError: true, kept: true, died: false);

    [Theory]
    [InlineData("pool")]
    [InlineData("tasks")]
    [InlineData("loop")]
    [InlineData("grains")]
    public async Task An_unhandled_error_reaches_the_caller_where_calls_are_awaited(string model) =>
        Expect(await RunAsync("unhandled exception", model), lost: 0, told: true, sameError: true, kept: true, died: false);

    [Theory]
    [InlineData("unhandled exception", "threads")]
    [InlineData("unhandled exception", "gil")]
    [InlineData("fail fast", "threads")]
    [InlineData("fail fast", "pool")]
    [InlineData("fail fast", "tasks")]
    [InlineData("fail fast", "loop")]
    [InlineData("fail fast", "gil")]
    [InlineData("killed process", "threads")]
    [InlineData("killed process", "pool")]
    [InlineData("killed process", "tasks")]
    [InlineData("killed process", "loop")]
    [InlineData("killed process", "gil")]
    public async Task What_ends_a_process_ends_all_units_in_it(string fault, string model) =>
        Expect(await RunAsync(fault, model), lost: 1, told: false, sameError: false, kept: false, died: true);

    [Theory]
    [InlineData("unhandled exception")]
    [InlineData("fail fast")]
    [InlineData("killed process")]
    public async Task A_process_falls_alone_and_its_caller_is_told(string fault) =>
        Expect(await RunAsync(fault, "processes"), lost: 0, told: true, sameError: false, kept: false, died: true);

    [Fact]
    public async Task A_killed_silo_takes_its_own_grains_along_which_then_answer_elsewhere()
    {
        var outcome = await RunAsync("killed process", "grains");

        // Where the siblings live is for the runtime to say; that those of the lost silo, and no others, fell is among the expectations.
        Expect(outcome, lost: outcome["siblings-lost"], told: true, sameError: false, kept: false, died: true);
        Assert.Equal((1, 1), (outcome["grains-answering"], outcome["grains-keeping-stored-state"]));
        Assert.True(outcome["all-answer"] > 0);
        Assert.InRange(outcome["calls-failed"], 0, outcome["calls"]);
    }

    [Theory]
    [InlineData(4, 4, true)]
    [InlineData(0, 0, true)]
    [InlineData(4, 3, false)]
    internal void A_sibling_that_answers_must_be_right(int answers, int right, bool ok)
    {
        var job = new IsolationJob(Fault.KilledProcess, Siblings: 4, new(10, 20));
        var answer = new IsolationAnswer(Telling.OtherError) { SiblingAnswers = [.. Enumerable.Range(0, answers).Select(number => number < right ? 4L : 5L)] };

        Assert.Equal(ok, Expectations(job, answer).All(expectation => expectation.Ok));
    }

    [Theory]
    [InlineData(Fault.KilledProcess, Killed, true)]
    [InlineData(Fault.KilledProcess, Aborted, false)]
    [InlineData(Fault.FailFast, Aborted, true)]
    [InlineData(Fault.UnhandledException, Aborted, true)]
    [InlineData(Fault.UnhandledException, 1, false)]
    internal void A_process_that_ended_otherwise_than_it_was_made_to_is_a_fault(Fault fault, int exitCode, bool ok) =>
        Assert.Equal(ok, Expectations(new(fault, 2, new(10, 20)), new(Telling.OtherError) { ExitCode = exitCode }).All(expectation => expectation.Ok));

    [Theory]
    [InlineData(2, Telling.SameError, true)]
    [InlineData(1, Telling.SameError, false)]
    [InlineData(2, Telling.OtherError, false)]
    internal void A_handled_failure_must_spare_the_siblings_and_be_told(int answers, Telling told, bool ok)
    {
        var answer = new IsolationAnswer(told) { SiblingAnswers = [.. Enumerable.Repeat(4L, answers)] };

        Assert.Equal(ok, Expectations(new(Fault.HandledException, 2, new(10, 20)), answer).All(expectation => expectation.Ok));
    }

    private static IEnumerable<Client.Scenarios.Expectation> Expectations(IsolationJob job, IsolationAnswer answer) =>
        new IsolationScenario().Check(job, answer, new(TimeSpan.FromSeconds(1), new(), null));

    [Theory]
    [InlineData(1, 3, true)]
    [InlineData(1, 4, false)]
    [InlineData(1, 2, false)]
    internal void Just_the_siblings_of_the_lost_silo_must_fall(int inLostSilo, int answers, bool ok)
    {
        var answer = new IsolationAnswer(Telling.OtherError) { SiblingsInLostSilo = inLostSilo, SiblingAnswers = [.. Enumerable.Repeat(4L, answers)] };

        Assert.Equal(ok, Expectations(new(Fault.KilledProcess, 4, new(10, 20)), answer).All(expectation => expectation.Ok));
    }

    [Theory]
    [InlineData(8, 1, true)]
    [InlineData(7, 1, false)]
    [InlineData(8, 0.75, false)]
    internal void Grains_must_answer_again_and_know_what_was_stored(int answering, double keepingStored, bool ok)
    {
        var answer = new IsolationAnswer(Telling.OtherError) { UnderLoad = new(Grains: 8, answering) { KeepingStored = keepingStored } };

        Assert.Equal(ok, Expectations(new(Fault.KilledProcess, 2, new(10, 20)), answer).All(expectation => expectation.Ok));
    }

    private static void Expect(TrialOutcome outcome, double lost, bool told, bool sameError, bool kept, bool died)
    {
        Assert.All(outcome.Expectations, expectation => Assert.True(expectation.Ok, expectation.ToString()));
        Assert.Equal((lost, told, sameError), (outcome["siblings-lost"], outcome["caller-told"] == 1, outcome["same-error"] == 1));
        Assert.Equal((kept, died), (outcome["state-kept"] == 1, outcome["program-died"] == 1));
        Assert.True(outcome["told-after"] > 0 && outcome["recovery"] > 0);
    }

    private Task<TrialOutcome> RunAsync(string fault, string model) => trials.RunAsync(new IsolationScenario(), fault, model, Small);
}
