using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>cpu</c>, on figures made up for every verdict.</summary>
public sealed class CpuClaimTests : ClaimTests
{
    [Theory]
    [InlineData(Supported, 1.9, 2.0, 2.1)]
    [InlineData(Refuted, 1.0, 1.1, 1.2)]
    [InlineData(Inconclusive, 1.5, 1.7, 1.9)]
    public void Two_computations_take_a_loop_twice_as_long(string expected, double first, double second, double third)
    {
        var threads = new MadeUpRun().Figures("cpu", "two", "threads", "time", Six(1));
        Expect(NotTested, "001-cpu-two", threads);

        Expect(expected, "001-cpu-two", threads.Figures("cpu", "two", "loop", "time", Twice(first, second, third)));
    }

    [Theory]
    [InlineData(2.0, 1.5, 1.0, NotTested)] // As far as it went; pool, processes and grains did not run.
    [InlineData(2.0, 1.98, 1.0, Refuted)] // No lead that anybody would choose by.
    [InlineData(1.5, 2.0, 1.0, Refuted)]
    [InlineData(2.0, 1.2, 1.5, Refuted)] // The loop is not last.
    public void Computing_is_led_by_threads_and_the_loop_is_last(double threads, double tasks, double loop, string expected)
    {
        var run = SpeedUps(("threads", threads), ("tasks", tasks));
        Expect(tasks < threads * 0.95 ? NotTested : Refuted, "001-compute", run);

        Expect(expected, "001-compute", SpeedUps(("threads", threads), ("tasks", tasks), ("loop", loop)));
    }

    [Fact]
    public void Computing_is_not_led_by_whichever_blocking_model_was_luckiest() =>
        // A pool leads all others here; the claim is about threads, and these do not lead tasks.
        Expect(Refuted, "001-compute", SpeedUps(("threads", 1.5), ("pool", 2.0), ("tasks", 1.5), ("loop", 1.0)));

    [Fact]
    public void Computing_is_open_where_threads_and_tasks_lead_in_turn()
    {
        var run = new MadeUpRun()
            .Figures("cpu", "all cores", "threads", "speed-up", Twice(1.8, 1.9, 1.7))
            .Figures("cpu", "all cores", "tasks", "speed-up", Twice(1.6, 1.95, 1.9));

        Assert.DoesNotContain("tasks", Verdict("001-compute", [run.Build()]).Evidence.Split("needs")[0], StringComparison.Ordinal);
        Expect(NotTested, "001-compute", run);
    }

    [Theory]
    [InlineData(Supported, 1.8, 1.9, 2.0)]
    [InlineData(Refuted, 1.0, 1.1, 1.6)]
    [InlineData(Inconclusive, 1.5, 1.7, 1.8)]
    [InlineData(NotTested)]
    public void Threads_in_parallel_speed_up(string expected, params double[] speedUp) =>
        Expect(expected, "002-parallel", AtDinner().Figures("cpu", "two", "threads", "speed-up", Twice(speedUp)));

    [Theory]
    [InlineData(Supported, 0.5)]
    [InlineData(Refuted, 0.01)]
    [InlineData(NotTested, null)]
    public void Threads_in_parallel_run_at_the_same_instant(string expected, double? together)
    {
        var run = new MadeUpRun().Figures("cpu", "two", "threads", "speed-up", Six(1.9));
        Expect(expected, "002-parallel", together is { } share ? run.Figures("dinner", "all cores", "threads", "running-together", Six(share)) : run);
    }

    [Theory]
    [InlineData(Supported, 1, 0.99, 1.05)]
    [InlineData(Refuted, 2, 0.99, 1.05)]
    [InlineData(Refuted, 1, 1.7, 1.9)]
    [InlineData(Inconclusive, 1, 1.1, 1.3)]
    public void A_loop_uses_one_thread(string expected, double threads, double low, double high)
    {
        Expect(NotTested, "002-one-thread", new MadeUpRun().Figures("cpu", "all cores", "loop", "speed-up", Six(1)));

        Expect(expected, "002-one-thread", AtDinner()
            .Figures("cpu", "all cores", "loop", "speed-up", Twice(low, low, high))
            .Figures("cpu", "all cores", "loop", "threads-used", Six(threads)));
    }

    [Theory]
    [InlineData(Refuted, 2, 0.9)]
    [InlineData(Refuted, 1, 0.1)]
    [InlineData(NotTested, null, 0.9)]
    public void A_loop_has_several_activities_in_progress_on_its_one_thread(string expected, int? threads, double inProgress)
    {
        var run = new MadeUpRun()
            .Figures("cpu", "all cores", "loop", "speed-up", Six(1))
            .Figures("cpu", "all cores", "loop", "threads-used", Six(1))
            .Figures("dinner", "all cores", "loop", "in-progress-together", Six(inProgress));

        Expect(expected, "002-one-thread", threads is { } used ? run.Figures("dinner", "all cores", "loop", "threads-used", Six(used)) : run);
    }

    [Theory]
    [InlineData(Supported, new[] { 1.0, 1, 1, 1, 1, 1 })]
    [InlineData(Refuted, new[] { 2.0, 2, 2, 2, 2, 2 })]
    [InlineData(Refuted, new[] { 1.0, 1, 1, 1, 1, 2 })] // Never is refuted by once.
    [InlineData(Refuted, new[] { 2.0 })]
    [InlineData(Inconclusive, new[] { 1.0, 1, 1 })]
    [InlineData(NotTested, new double[0])]
    public void Tasks_use_one_thread(string expected, double[] atOnce) =>
        Expect(expected, "002-one-thread-async", new MadeUpRun().Figures("cpu", "all cores", "tasks", "threads-at-once", atOnce));

    [Theory]
    [InlineData(Supported, 0.95, 0.98, 1.05)]
    [InlineData(Refuted, 1.7, 1.8, 1.9)]
    [InlineData(Inconclusive, 0.95, 1.0, 1.2)]
    [InlineData(NotTested)]
    public void Under_a_lock_threads_do_not_speed_up(string expected, params double[] speedUp) =>
        Expect(expected, "004-gil-cpu", new MadeUpRun().Figures("cpu", "all cores", "gil", "speed-up", Twice(speedUp)));

    [Theory]
    [InlineData(Supported, 1.9, 1.8)]
    [InlineData(Refuted, 1.2, 1.8)]
    [InlineData(Refuted, 1.9, 1.1)]
    [InlineData(NotTested, 1.9, null)]
    public void Processes_speed_up_with_a_lock_in_each_and_without(string expected, double without, double? with) =>
        Expect(expected, "004-processes-cpu", Processes(Processes(new MadeUpRun(), "all cores", without), "lock in each process", with));

    [Theory]
    [InlineData(Supported, 1.0, 1.9)]
    [InlineData(Refuted, 1.8, 1.9)]
    [InlineData(Refuted, 1.0, 1.2)]
    [InlineData(NotTested, 1.0, null)]
    public void A_lock_holds_within_its_process_only(string expected, double inOne, double? inEach) =>
        Expect(expected, "004-process-lock", Processes(Processes(new MadeUpRun(), "lock in one process", inOne), "lock in each process", inEach));

    [Theory]
    [InlineData(Supported, 0.95, 0.9)]
    [InlineData(Refuted, 0.95, 0.5)]
    [InlineData(Inconclusive, 0.95, 0.82)]
    [InlineData(NotTested, 0.95, null)]
    [InlineData(NotTested, 0.82, null)]
    [InlineData(Refuted, 0.5, null)] // Falling behind with one silo refutes whatever two would show.
    public void Grains_scale_over_one_silo_and_two(string expected, double one, double? two) =>
        Assert.Equal(expected, Verdict("grain-scale", two is { } keepsUp ? [Scaling(1, one), Scaling(2, keepsUp)] : [Scaling(1, one)]).Verdict.ToString());

    [Fact]
    public void Grains_scale_names_the_silos_that_no_run_had() =>
        Assert.StartsWith(
            "needs a run with 2 silos; so far all cores: grains/threads speed-up", Verdict("grain-scale", [Scaling(1, 0.95)]).Evidence,
            StringComparison.Ordinal);

    [Fact]
    public void Grains_that_all_lived_in_one_of_two_silos_have_not_scaled()
    {
        var verdict = Verdict("grain-scale", [Scaling(1, 0.95), Scaling(2, 0.95, silosUsed: 1)]);

        Assert.Equal(Finding.NotTested, verdict.Verdict);
        Assert.Contains("needs grains in each of 2 silos (all cores: grains processes-used 1)", verdict.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Grains_must_keep_up_in_waiting_too() =>
        Assert.Equal(Finding.Refuted, Verdict("grain-scale", [Scaling(1, 0.95), Scaling(2, 0.95, waiting: 0.6)]).Verdict);

    [Theory]
    [InlineData("001-cpu-two")]
    [InlineData("001-compute")]
    [InlineData("002-parallel")]
    [InlineData("002-one-thread")]
    [InlineData("002-one-thread-async")]
    [InlineData("grain-scale")]
    [InlineData("004-gil-cpu")]
    [InlineData("004-processes-cpu")]
    [InlineData("004-process-lock")]
    public void One_core_tests_nothing_that_would_hold_there_whatever_a_model_does(string id)
    {
        var run = new MadeUpRun { Cores = 1 }
            .Figures("cpu", "all cores", "tasks", "threads-at-once", Six(1))
            .Figures("cpu", "all cores", "loop", "threads-used", Six(1))
            .Figures("cpu", "all cores", "loop", "speed-up", Six(1))
            .Build();

        var verdict = Verdict(id, [run]);

        Assert.Equal((Finding.NotTested, "needs 2 cores; this machine has 1"), (verdict.Verdict, verdict.Evidence));
    }

    [Fact]
    public void Five_rounds_leave_a_claim_open()
    {
        var verdict = Verdict("002-parallel", [AtDinner().Figures("cpu", "two", "threads", "speed-up", 1.9, 1.9, 1.9, 1.9, 1.9).Build()]);

        Assert.Equal(
            (Finding.Inconclusive, true),
            (verdict.Verdict, verdict.Evidence.StartsWith("two: threads speed-up 1.90, from 5 of at least 6 rounds", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_launch_that_disagrees_leaves_a_claim_open() => Expect(Inconclusive, "002-parallel", AtDinner()
        .Figures("cpu", "two", "threads", "speed-up", 1.9, 1.9, 1.9, 1.9, 1.9, 1.9, 1.9, 1.9, 1.1)
        .Change("cpu", "two", "threads", 9, trial => trial with { Launch = 2 }));

    [Fact]
    public void Rounds_that_failed_decide_nothing() => Expect(NotTested, "002-parallel", new MadeUpRun()
        .Figures("cpu", "two", "threads", "speed-up", 1.9)
        .Check("cpu", "two", "threads", 1, "primes counted", ok: false));

    /// <summary>A meal that goes as expected.</summary>
    private static MadeUpRun AtDinner() => new MadeUpRun()
        .Figures("dinner", "all cores", "threads", "running-together", Six(0.5))
        .Figures("dinner", "all cores", "loop", "threads-used", Six(1))
        .Figures("dinner", "all cores", "loop", "in-progress-together", Six(0.9));

    private static MadeUpRun Processes(MadeUpRun run, string variant, double? speedUp) =>
        speedUp is { } known ? run.Figures("cpu", variant, "processes", "speed-up", Six(known)) : run;

    private static MadeUpRun SpeedUps(params (string Model, double SpeedUp)[] models)
    {
        var run = new MadeUpRun();
        foreach (var (model, speedUp) in models)
        {
            run.Figures("cpu", "all cores", model, "speed-up", Six(speedUp));
        }

        return run;
    }

    private static Run Scaling(int silos, double computing, int? silosUsed = null, double waiting = 1) => new MadeUpRun { Silos = silos }
        .Figures("cpu", "all cores", "threads", "speed-up", Six(1))
        .Figures("cpu", "all cores", "grains", "speed-up", Twice(computing, computing, computing - 0.03))
        .Figures("cpu", "all cores", "grains", "processes-used", Six(silosUsed ?? silos))
        .Figures("io", "http 50ms", "threads", "throughput", Six(1000))
        .Figures("io", "http 50ms", "grains", "throughput", Six(1000 * waiting))
        .Figures("io", "http 50ms", "grains", "processes-used", Six(silos))
        .Build();
}
