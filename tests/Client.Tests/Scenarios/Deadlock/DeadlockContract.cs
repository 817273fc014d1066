using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Deadlock;
using Interleave.Grains.Deadlock;
using Interleave.Grains.Work;

namespace Interleave.Client.Tests.Scenarios.Deadlock;

[Collection(TrialsCollection.Name)]
public sealed class DeadlockContract(Trials trials)
{
    private static readonly (string Name, double Value)[] Small = [("meals", 4), ("watch", 2)];

    public static TheoryData<string> Models => Trials.ModelsOf(new DeadlockScenario());

    public static TheoryData<string, string> Pausing
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var variant in new[] { "naive and pausing, 5", "naive and pausing, 50" })
            {
                foreach (var model in new[] { "threads", "tasks", "loop", "gil", "grains" })
                {
                    pairs.Add(variant, model);
                }
            }

            pairs.Add("naive and pausing, 5", "processes");

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pausing))]
    public async Task A_pause_with_one_fork_in_hand_is_a_deadlock_of_all_that_is_found_and_broken(string variant, string model)
    {
        var outcome = await trials.RunAsync(new DeadlockScenario(), variant, model, Small);
        var philosophers = int.Parse(variant.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var circle = outcome.Recorder.Circle ?? throw new InvalidOperationException("No circle was noted.");

        Assert.All(outcome.Expectations, expectation => Assert.True(expectation.Ok, expectation.ToString()));
        Assert.InRange(outcome["deadlocks"], 1, double.MaxValue);
        Assert.Equal(philosophers, circle.Waits.Count);
        Assert.Equal(circle.Waits.Select(wait => wait.HeldBy), circle.Waits.Skip(1).Append(circle.Waits[0]).Select(wait => wait.Unit));
        Assert.Equal(philosophers, circle.Waits.Select(wait => wait.Awaited).Distinct().Count());
        Assert.Equal("watchdog", circle.FoundBy);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Neither_forks_in_order_nor_a_waiter_ever_come_to_a_deadlock(string model)
    {
        foreach (var variant in new[] { "ordered, 5", "waiter, 5" })
        {
            var outcome = await trials.RunAsync(new DeadlockScenario(), variant, model, Small);

            Assert.Equal((0, 20), (outcome["deadlocks"], outcome["meals-eaten"]));
            Assert.Null(outcome.Recorder.Circle);
            Assert.All(outcome.Expectations, expectation => Assert.True(expectation.Ok, expectation.ToString()));
        }
    }

    [Fact]
    public async Task Grains_that_call_each_other_in_a_circle_end_by_the_patience_of_the_caller()
    {
        var outcome = await trials.RunAsync(new DeadlockScenario(), "calls in a circle", "grains", Small);

        Assert.InRange(outcome["time-to-find"], TimeSpan.Parse(ICircleGrain.Patience, System.Globalization.CultureInfo.InvariantCulture).TotalSeconds, 20);
        Assert.Equal((1, 0), (outcome.Recorder.Counts.ExpectedFailures, outcome.Recorder.Counts.Completed));
        Assert.Equal(nameof(TimeoutException), outcome.Recorder.Circle?.FoundBy);
        Assert.All(outcome.Expectations, expectation => Assert.True(expectation.Ok, expectation.ToString()));
    }

    [Fact]
    public async Task Call_chain_reentrancy_lets_the_circle_of_calls_close()
    {
        var outcome = await trials.RunAsync(new DeadlockScenario(), "calls in a circle, reentrant", "grains", Small);

        Assert.Equal((0, 1), (outcome.Recorder.Counts.ExpectedFailures, outcome.Recorder.Counts.Completed));
        Assert.Null(outcome.Recorder.Circle);
        Assert.All(outcome.Expectations, expectation => Assert.True(expectation.Ok, expectation.ToString()));
    }

    [Fact]
    public void A_fork_in_two_hands_at_once_is_a_wrong_answer()
    {
        var job = new DeadlockJob(5, 1, 2, Etiquette.Ordered, TimeSpan.FromMilliseconds(5));
        var orders = job.ForEachPhilosopher(philosopher => job.Order(philosopher, 0));
        var inTurn = orders
            .Select((order, number) => new EatenMeal(order.Philosopher, PrimeSieve.Count(order.Numbers), 10 * number, (10 * number) + 10))
            .ToList();
        EatenMeal[] atOnce = [.. inTurn.Select(meal => meal.Philosopher == 1 ? meal with { From = inTurn[0].From + 1 } : meal)];

        Assert.All(Expectations(inTurn), expectation => Assert.True(expectation.Ok, expectation.ToString()));
        Assert.Equal("forks in two hands at once", Assert.Single(Expectations(atOnce), expectation => !expectation.Ok).Name);

        IEnumerable<Expectation> Expectations(IReadOnlyList<EatenMeal> meals) =>
            new DeadlockScenario().Check(job, new DeadlockAnswer(meals, []), new MeasuredTrial(TimeSpan.FromSeconds(1), new TrialRecorder(), null));
    }

    [Fact]
    public async Task A_trial_that_is_given_up_leaves_nobody_at_the_table()
    {
        foreach (var model in new[] { "threads", "tasks", "loop", "gil" })
        {
            using var givenUp = new CancellationTokenSource();
            var recorder = new TrialRecorder();
            var trial = trials.RunAsync(new DeadlockScenario(), "naive and pausing, 50", model, recorder, givenUp.Token, ("meals", 100_000), ("watch", 1));
            await givenUp.CancelAsync();

            await Record.ExceptionAsync(() => trial); // Or no meal was due any more.
            Assert.Equal(0, recorder.Units.Now);
        }
    }
}
