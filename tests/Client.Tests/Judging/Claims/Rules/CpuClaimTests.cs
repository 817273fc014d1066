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
        var threads = new MadeUpRun().Figures("cpu", "two", "threads", "time", 1, 1, 1);
        Expect(NotTested, "001-cpu-two", threads);

        Expect(expected, "001-cpu-two", threads.Figures("cpu", "two", "loop", "time", first, second, third));
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
}
