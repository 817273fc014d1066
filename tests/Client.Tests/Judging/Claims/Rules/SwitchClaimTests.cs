namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>switch</c>, on figures made up for every verdict.</summary>
public sealed class SwitchClaimTests : ClaimTests
{
    [Theory]
    [InlineData(Supported, 400_000, 90_000)]
    [InlineData(Refuted, 50_000, 90_000)]
    public void Overhead_asks_tasks_and_loop_pinned_and_free(string expected, double coroutines, double threads)
    {
        var run = new MadeUpRun();
        foreach (var variant in new[] { "pinned", "free" })
        {
            run.Figures("switch", variant, "threads", "round-trips", Six(threads))
                .Figures("switch", variant, "tasks", "round-trips", Six(coroutines))
                .Figures("switch", variant, "loop", "round-trips", Twice(coroutines, 1.1 * coroutines, coroutines));
        }

        Expect(expected, "002-overhead", run);
    }

    [Theory]
    [InlineData(Supported, 900_000, 400_000, 40_000)]
    [InlineData(Refuted, 900_000, 40_000, 400_000)]
    [InlineData(Refuted, 300_000, 400_000, 40_000)]
    [InlineData(Refuted, 900_000, 400_000, 400_000)]
    public void A_grain_call_costs_more_than_a_switch_of_tasks_and_more_across_silos(string expected, double tasks, double within, double across) =>
        Expect(expected, "grain-cost", new MadeUpRun()
        .Figures("switch", "free", "tasks", "round-trips", Six(tasks))
        .Figures("switch", "free", "grains", "round-trips", Six(within))
        .Figures("switch", "two silos", "grains", "round-trips", Six(across)));
}
