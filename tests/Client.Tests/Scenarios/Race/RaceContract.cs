using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Race;
using Interleave.Grains.Race;

namespace Interleave.Client.Tests.Scenarios.Race;

/// <summary>What holds on every run, however its units fall in with each other; what chance decides is never promised.</summary>
[Collection(TrialsCollection.Name)]
public sealed class RaceContract(Trials trials)
{
    private static readonly (string Name, double Value)[] Small = [("units", 4), ("operations", 40), ("steps", 500), ("slow-steps", 20), ("calls", 2)];

    [Theory]
    [InlineData("unprotected", "loop")]
    [InlineData("unprotected", "grains")]
    [InlineData("lock", "threads")]
    [InlineData("lock", "tasks")]
    [InlineData("lock", "pool")]
    [InlineData("lock", "gil")]
    [InlineData("atomic", "threads")]
    [InlineData("atomic", "tasks")]
    [InlineData("atomic", "pool")]
    [InlineData("atomic", "gil")]
    [InlineData("atomic", "processes")]
    [InlineData("semaphore", "threads")]
    [InlineData("semaphore", "tasks")]
    [InlineData("semaphore", "pool")]
    [InlineData("semaphore", "gil")]
    [InlineData("semaphore", "processes")]
    [InlineData("await, semaphore", "tasks")]
    [InlineData("await, semaphore", "loop")]
    [InlineData("await, one turn at a time", "grains")]
    public async Task No_update_is_lost_where_steps_are_kept_apart(string variant, string model)
    {
        var outcome = await trials.RunAsync(new RaceScenario(), variant, model, Small);

        Assert.Equal(0, outcome["lost-updates"]);
    }

    [Theory]
    [InlineData("bank, unprotected", "loop")]
    [InlineData("bank, unprotected", "grains")]
    [InlineData("bank, lock", "threads")]
    [InlineData("bank, lock", "tasks")]
    [InlineData("bank, lock", "pool")]
    [InlineData("bank, lock", "gil")]
    [InlineData("bank, semaphore", "threads")]
    [InlineData("bank, semaphore", "tasks")]
    [InlineData("bank, semaphore", "pool")]
    [InlineData("bank, semaphore", "gil")]
    [InlineData("bank, semaphore", "processes")]
    [InlineData("bank, await, semaphore", "tasks")]
    [InlineData("bank, await, semaphore", "loop")]
    [InlineData("bank, await, one turn at a time", "grains")]
    public async Task Nobody_sees_money_missing_where_steps_are_kept_apart(string variant, string model)
    {
        var outcome = await trials.RunAsync(new RaceScenario(), variant, model, Small);

        Assert.True(outcome["audits"] > 0);
        Assert.Equal(0, outcome["broken-invariants"]);
        Assert.Equal(0, outcome["money-off"]);
    }

    [Fact]
    public async Task A_grain_that_is_called_from_two_silos_loses_nothing()
    {
        var counter = await trials.RunOverSilosAsync(new RaceScenario(), "from two silos", Small);
        var bank = await trials.RunOverSilosAsync(new RaceScenario(), "bank, from two silos", Small);

        Assert.Equal((0, 0, 0), (counter["lost-updates"], bank["broken-invariants"], bank["money-off"]));
    }

    [Theory]
    [InlineData("threads")]
    [InlineData("pool")]
    [InlineData("tasks")]
    [InlineData("gil")]
    [InlineData("processes")]
    public async Task Atomic_changes_keep_the_sum_of_money_in_the_end(string model)
    {
        var outcome = await trials.RunAsync(new RaceScenario(), "bank, atomic", model, Small);

        Assert.Equal(0, outcome["money-off"]);
    }

    [Fact]
    public async Task A_loop_loses_updates_at_every_await_inside_a_step()
    {
        var outcome = await trials.RunAsync(new RaceScenario(), "await, unprotected", "loop", Small);

        Assert.InRange(outcome["lost-updates"], 1, outcome["steps-taken"] - 1);
    }

    [Theory]
    [InlineData(Guard.None, 100, true)]
    [InlineData(Guard.None, 1, true)]
    [InlineData(Guard.None, 0, false)]
    [InlineData(Guard.None, 101, false)]
    [InlineData(Guard.Lock, 100, true)]
    [InlineData(Guard.Lock, 99, false)]
    [InlineData(Guard.Atomic, 99, false)]
    [InlineData(Guard.Semaphore, 99, false)]
    internal void A_count_that_cannot_be_is_a_wrong_answer(Guard guard, long count, bool ok)
    {
        var job = new RaceJob(StateKind.Counter, guard, new ClosedLoad(2, 10) { StepsAnOperation = 10 });
        var answer = new RaceAnswer(new StateReport(count, 0, 0));

        Assert.Equal(ok, Expectations(job, answer).All(expectation => expectation.Ok));
    }

    [Theory]
    [InlineData(Guard.None, 7, 1, true)]
    [InlineData(Guard.None, 101, 1, false)]
    [InlineData(Guard.None, 0, 3, false)]
    [InlineData(Guard.Lock, 0, 0, true)]
    [InlineData(Guard.Lock, 0, 1, false)]
    [InlineData(Guard.Lock, 1, 0, false)]
    [InlineData(Guard.Atomic, 0, 1, true)]
    [InlineData(Guard.Atomic, 1, 0, false)]
    internal void A_sum_that_cannot_be_is_a_wrong_answer(Guard guard, long sum, long brokenAudits, bool ok)
    {
        var job = new RaceJob(StateKind.Bank, guard, new ClosedLoad(2, 10) { StepsAnOperation = 10 });
        var answer = new RaceAnswer(new StateReport(sum, Audits: brokenAudits <= 2 ? 2 : 3, brokenAudits));

        Assert.Equal(ok, Expectations(job, answer).All(expectation => expectation.Ok));
    }

    private static IEnumerable<Expectation> Expectations(RaceJob job, RaceAnswer answer) =>
        new RaceScenario().Check(job, answer, new MeasuredTrial(TimeSpan.FromSeconds(1), new TrialRecorder(), null));
}
