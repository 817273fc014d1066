using Interleave.Client.Judging.Claims;
using Interleave.Client.Recording;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Judging.Claims;

/// <summary>Every rule, on figures made up for every verdict.</summary>
public sealed class ClaimRuleTests
{
    private const string Supported = nameof(Finding.Supported);
    private const string Refuted = nameof(Finding.Refuted);
    private const string Inconclusive = nameof(Finding.Inconclusive);
    private const string NotTested = nameof(Finding.NotTested);

    [Theory]
    [InlineData(Supported, true, true)]
    [InlineData(Refuted, true, false)]
    [InlineData(Refuted, false, true)]
    [InlineData(NotTested, true, null)]
    public void Equivalence_asks_every_model_for_the_right_answer(string expected, bool threads, bool? tasks)
    {
        var run = new MadeUpRun();
        foreach (var variant in new[] { "waiting", "computing" })
        {
            run.Check("spinner", variant, "threads", 1, "result of the slow work", threads);
            if (tasks is { } ok)
            {
                run.Check("spinner", variant, "tasks", 1, "result of the slow work", ok);
            }
        }

        Expect(expected, "000-equivalent", run);
    }

    [Theory]
    [InlineData(Supported, 0, 1, 1, 1)]
    [InlineData(Refuted, 1, 1, 1, 1)]
    [InlineData(Refuted, 0, 0, 0, 0)]
    [InlineData(Inconclusive, 0, 1, 0, 1)]
    public void Starting_by_itself_asks_whether_what_was_created_ran(string expected, double threads, double first, double second, double third)
    {
        var run = new MadeUpRun()
            .Figures("spinner", "waiting", "threads", "ran-when-created", threads, threads, threads)
            .Figures("spinner", "waiting", "tasks", "ran-when-created", first, second, third);

        Expect(expected, "000-hot", run.Figures("spinner", "waiting", "grains", "ran-when-created", 1, 1, 1));
    }

    [Fact]
    public void Starting_by_itself_needs_a_grain_call_too() => Expect(NotTested, "000-hot", new MadeUpRun()
        .Figures("spinner", "waiting", "threads", "ran-when-created", 0, 0, 0)
        .Figures("spinner", "waiting", "tasks", "ran-when-created", 1, 1, 1));

    [Theory]
    [InlineData(Supported, new[] { 0, 0, 0.2 }, new[] { 0.9, 1, 1 })]
    [InlineData(Refuted, new[] { 0.8, 0.9, 1 }, new[] { 0.9, 1, 1 })]
    [InlineData(Refuted, new[] { 0.0, 0, 0 }, new[] { 0.1, 0.2, 0.3 })]
    [InlineData(Inconclusive, new[] { 0, 0, 0.6 }, new[] { 0.9, 1, 1 })]
    [InlineData(Inconclusive, new[] { 0.0, 0, 0 }, new[] { 0.9, 0.4, 1 })]
    [InlineData(NotTested, new double[0], new[] { 1.0, 1, 1 })]
    public void Freezing_asks_for_the_frames_of_loop_and_threads(string expected, double[] loop, double[] threads) => Expect(expected, "000-freeze", new MadeUpRun()
        .Figures("spinner", "computing", "loop", "frames-shown", loop)
        .Figures("spinner", "computing", "threads", "frames-shown", threads));

    [Fact]
    public void Freezing_asks_threads_under_a_global_lock_too_where_they_ran() => Expect(Refuted, "000-freeze", new MadeUpRun()
        .Figures("spinner", "computing", "loop", "frames-shown", 0, 0, 0)
        .Figures("spinner", "computing", "threads", "frames-shown", 1, 1, 1)
        .Figures("spinner", "computing", "gil", "frames-shown", 0, 0, 0));

    [Theory]
    [InlineData(Supported, 1.9, 2.0, 2.1)]
    [InlineData(Refuted, 1.0, 1.1, 1.2)]
    [InlineData(Inconclusive, 1.5, 1.7, 1.9)]
    public void Two_computations_take_a_loop_twice_as_long(string expected, double first, double second, double third)
    {
        var threads = new MadeUpRun().Figures("cpu", "two", "threads", "time", 1, 1, 1);
        Expect(NotTested, "001-cpu-two", threads);

        Expect(expected, "001-cpu-two", threads.Figures("cpu", "two", "loop", "time", first, second, third));
    }

    [Theory]
    [InlineData(Supported, 0.98, 1.0, 1.05)]
    [InlineData(Refuted, 1.2, 1.3, 1.4)]
    [InlineData(Refuted, 0.5, 0.6, 0.7)]
    [InlineData(Inconclusive, 1.0, 1.05, 1.2)]
    public void Two_waits_take_about_the_same(string expected, double first, double second, double third)
    {
        var threads = new MadeUpRun().Figures("io", "two", "threads", "time", 1, 1, 1);
        Expect(NotTested, "001-io-two", threads);

        Expect(expected, "001-io-two", threads.Figures("io", "two", "tasks", "time", first, second, third));
    }

    [Theory]
    [InlineData(Supported, 0.5, 0.6, 0.7)]
    [InlineData(Refuted, 1.0, 1.2, 1.3)]
    [InlineData(Inconclusive, 0.9, 1.0, 1.1)]
    public void Resources_of_tasks_lie_clearly_below(string expected, double first, double second, double third)
    {
        var run = new MadeUpRun();
        foreach (var metric in new[] { "memory", "threads" })
        {
            run.Figures("io", "http 50ms", "threads", metric, 100, 100, 100).Figures("io", "http 50ms", "tasks", metric, 10, 11, 12);
        }

        Expect(NotTested, "001-io-cost", run);

        Expect(expected, "001-io-cost", run
            .Figures("io", "http 50ms", "threads", "context-switches", 1, 1, 1)
            .Figures("io", "http 50ms", "tasks", "context-switches", first, second, third));
    }

    [Theory]
    [InlineData(Supported, new[] { 1, 1, 0.95 }, new[] { 0, 0.05, 0 })]
    [InlineData(Refuted, new[] { 0.0, 0, 0 }, new[] { 1.0, 1, 1 })]
    [InlineData(Inconclusive, new[] { 0.7, 0.9, 1 }, new[] { 0, 0.05, 0 })]
    [InlineData(NotTested, new double[0], new double[0])]
    public void Completion_follows_the_answers_and_not_the_starts(string expected, double[] answers, double[] starts) => Expect(expected, "001-order", new MadeUpRun()
        .Figures("io", "last first", "tasks", "in-order-of-answers", answers)
        .Figures("io", "last first", "tasks", "in-order-of-starts", starts));

    [Theory]
    [InlineData(Supported, 0.5, 0.6, 0.7)]
    [InlineData(Refuted, 1.5, 1.6, 1.7)]
    [InlineData(Inconclusive, 0.8, 1.0, 1.3)]
    public void Service_is_work_by_processor_time(string expected, double first, double second, double third)
    {
        var threads = new MadeUpRun().Figures("io", "http 50ms", "threads", "cpu-time", 1, 1, 1);
        Completed(threads, "threads");
        Expect(NotTested, "001-service", threads);

        Expect(expected, "001-service", Completed(threads.Figures("io", "http 50ms", "tasks", "cpu-time", first, second, third), "tasks"));
    }

    [Theory]
    [InlineData(Supported, 2.0, 1.5, 1.0)]
    [InlineData(Refuted, 2.0, 1.98, 1.0)]
    [InlineData(Refuted, 1.5, 2.0, 1.0)]
    [InlineData(Refuted, 2.0, 1.2, 1.5)]
    public void Computing_is_led_by_blocking_models_and_the_loop_is_last(string expected, double threads, double tasks, double loop)
    {
        var run = Steady(Steady(new MadeUpRun(), "threads", threads), "tasks", tasks);
        Expect(tasks < threads * 0.95 ? NotTested : Refuted, "001-compute", run);

        Expect(expected, "001-compute", Steady(run, "loop", loop));

        static MadeUpRun Steady(MadeUpRun run, string model, double speedUp) => run.Figures("cpu", "all cores", model, "speed-up", speedUp, speedUp, speedUp);
    }

    [Fact]
    public void Computing_is_open_where_threads_and_tasks_lead_in_turn() => Expect(Inconclusive, "001-compute", new MadeUpRun()
        .Figures("cpu", "all cores", "threads", "speed-up", 1.8, 1.9, 1.7)
        .Figures("cpu", "all cores", "tasks", "speed-up", 1.6, 1.95, 1.9)
        .Figures("cpu", "all cores", "loop", "speed-up", 1, 1, 1));

    [Theory]
    [InlineData(Supported, 1.8, 1.9, 2.0)]
    [InlineData(Refuted, 1.0, 1.1, 1.6)]
    [InlineData(Inconclusive, 1.5, 1.7, 1.8)]
    [InlineData(NotTested)]
    public void Threads_in_parallel_speed_up(string expected, params double[] speedUp) =>
        Expect(expected, "002-parallel", new MadeUpRun().Figures("cpu", "two", "threads", "speed-up", speedUp));

    [Theory]
    [InlineData(Supported, 1, 0.99, 1.05)]
    [InlineData(Refuted, 2, 0.99, 1.05)]
    [InlineData(Refuted, 1, 1.7, 1.9)]
    [InlineData(Inconclusive, 1, 1.1, 1.3)]
    public void A_loop_uses_one_thread(string expected, double threads, double low, double high)
    {
        var run = new MadeUpRun().Figures("cpu", "all cores", "loop", "speed-up", low, low, high);
        Expect(NotTested, "002-one-thread", new MadeUpRun().Figures("cpu", "all cores", "loop", "speed-up", 1, 1, 1));

        Expect(expected, "002-one-thread", run.Figures("cpu", "all cores", "loop", "threads-used", threads, threads, threads));
    }

    [Theory]
    [InlineData(Supported, new[] { 1.0, 1, 1 })]
    [InlineData(Refuted, new[] { 2.0, 2, 2 })]
    [InlineData(Inconclusive, new[] { 1.0, 2, 2 })]
    [InlineData(NotTested, new double[0])]
    public void Tasks_use_one_thread(string expected, double[] atOnce) =>
        Expect(expected, "002-one-thread-async", new MadeUpRun().Figures("cpu", "all cores", "tasks", "threads-at-once", atOnce));

    [Theory]
    [InlineData(Supported, 10, 11, 12)]
    [InlineData(Refuted, 110, 120, 130)]
    [InlineData(Inconclusive, 90, 100, 120)]
    public void A_loop_avoids_switches_of_each_operation(string expected, double first, double second, double third)
    {
        var threads = Completed(new MadeUpRun().Figures("io", "http 50ms", "threads", "context-switches", 100, 100, 100), "threads");
        Expect(NotTested, "004-loop-io", threads);

        Expect(expected, "004-loop-io", Completed(threads.Figures("io", "http 50ms", "loop", "context-switches", first, second, third), "loop"));
    }

    [Theory]
    [InlineData(Supported, 0.95, 0.9)]
    [InlineData(Refuted, 0.95, 0.5)]
    [InlineData(Inconclusive, 0.95, 0.82)]
    [InlineData(NotTested, 0.82, null)]
    [InlineData(Refuted, 0.5, null)]
    [InlineData(NotTested, 0.95, null)]
    public void Grains_scale_over_several_numbers_of_silos(string expected, double one, double? two) => Assert.Equal(
        expected,
        Verdict("grain-scale", two is { } speedUp ? [Run(1, one), Run(2, speedUp)] : [Run(1, one)]).Verdict.ToString());

    [Theory]
    [InlineData("001-cpu-two")]
    [InlineData("002-parallel")]
    [InlineData("002-one-thread-async")]
    public void One_core_tests_nothing_parallel(string id) => Assert.Contains("two cores", Verdict(id, [new MadeUpRun { Cores = 1 }.Build()]).Evidence, StringComparison.Ordinal);

    [Fact]
    public void Two_rounds_leave_a_claim_open() =>
        Expect(Inconclusive, "002-parallel", new MadeUpRun().Figures("cpu", "two", "threads", "speed-up", 1.9, 1.9));

    [Fact]
    public void Rounds_that_failed_decide_nothing() => Expect(NotTested, "002-parallel", new MadeUpRun()
        .Figures("cpu", "two", "threads", "speed-up", 1.9)
        .Check("cpu", "two", "threads", 1, "primes counted", ok: false));

    private static Run Run(int silos, double grains) => new MadeUpRun { Silos = silos }
        .Figures("cpu", "all cores", "threads", "speed-up", 1, 1, 1)
        .Figures("cpu", "all cores", "grains", "speed-up", grains, grains, grains - 0.03)
        .Build();

    private static MadeUpRun Completed(MadeUpRun run, string model)
    {
        for (var round = 1; round <= 3; round++)
        {
            run.Change("io", "http 50ms", model, round, trial => trial with { Operations = new OperationCounts(1000, 1000, 0, 0) });
        }

        return run;
    }

    private static void Expect(string expected, string id, MadeUpRun run) => Assert.Equal(expected, Verdict(id, [run.Build()]).Verdict.ToString());

    private static ClaimVerdict Verdict(string id, IReadOnlyList<Run> runs) =>
        ClaimCatalogue.Create(ScenarioCatalogue.All).Judge(new Evidence(runs)).Single(claim => claim.Id == id);
}
