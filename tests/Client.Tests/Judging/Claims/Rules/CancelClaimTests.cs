using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>cancel</c>, on figures made up for every verdict.</summary>
public sealed class CancelClaimTests : ClaimTests
{
    private static readonly string[] Coroutines = ["tasks", "loop", "grains"];

    [Theory]
    [InlineData(Supported, 0, 1.0)]
    [InlineData(Supported, 0, 0.8)]
    [InlineData(Refuted, 1, 1.0)]
    [InlineData(Refuted, 0, 0.0)]
    [InlineData(NotTested, 0, null)]
    public void Terminating_asks_who_breaks_off_a_wait(string expected, double threads, double? coroutines)
    {
        var run = new MadeUpRun().Figures("cancel", "waiting", "threads", "broken-off", Six(threads));
        foreach (var model in Coroutines.Where(_ => coroutines is not null))
        {
            run.Figures("cancel", "waiting", model, "broken-off", Six(coroutines!.Value)); // Asked before.
        }

        Expect(expected, "000-terminate", run);
    }

    [Theory]
    [InlineData(Supported, 170, 0, 1)]
    [InlineData(Refuted, 170, 1, 1)]
    [InlineData(Refuted, 170, 0, 0.9)]
    [InlineData(Inconclusive, 160, 0, 1)]
    [InlineData(Refuted, 160, 1, 1)]
    public void Safe_cancelling_asks_for_a_thousand_stops_without_a_broken_invariant(string expected, double stops, double broken, double cleanedUp)
    {
        var run = new MadeUpRun().Metric(new PlannedMetric("cancel", "broken-invariants", "{stop}", Better.Lower) { Exposure = "stops" });
        foreach (var (variant, model) in from variant in new[] { "waiting", "computing" } from model in Coroutines select (variant, model))
        {
            run.Figures("cancel", variant, model, "stops", Six(stops))
                .Figures("cancel", variant, model, "broken-invariants", 0, 0, 0, 0, 0, model == "loop" ? broken : 0)
                .Figures("cancel", variant, model, "cleaned-up", Six(cleanedUp));
        }

        Expect(expected, "000-cancel-safe", run);
    }

    [Theory]
    [InlineData(Supported, 0, 1.1)]
    [InlineData(Refuted, 0.5, 1.1)]
    [InlineData(Refuted, 0, 0.7)]
    public void Cancelling_a_computation_asks_whether_it_ended_before_its_next_await(string expected, double brokenOff, double overUntilAwait)
    {
        var run = new MadeUpRun();
        foreach (var model in Coroutines)
        {
            run.Figures("cancel", "computing", model, "broken-off", Six(brokenOff))
                .Figures("cancel", "computing", model, "latency-over-time-to-await", Six(overUntilAwait));
        }

        Expect(expected, "000-cancel-busy", run);
    }
}
