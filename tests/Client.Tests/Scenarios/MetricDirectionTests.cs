using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Scenarios;

/// <summary>A figure that ranks the wrong way round turns every verdict about it into its opposite.</summary>
public sealed class MetricDirectionTests
{
    [Theory]
    [InlineData("cancel", "Higher", "cleaned-up")]
    [InlineData("cancel", "Lower", "broken-invariants", "stop-latency-p50", "stop-latency-max")]
    [InlineData("cooperate", "Higher", "items-per-second")]
    [InlineData("cpu", "Higher", "speed-up", "efficiency")]
    [InlineData("cpu", "Neither", "threads-used", "lock-held", "process-start")]
    [InlineData("fairness", "Lower", "short-latency-p50", "short-latency-p90", "short-latency-p99")]
    [InlineData("forkjoin", "Lower", "blocked")]
    [InlineData("granularity", "Higher", "gain")]
    [InlineData("io", "Higher", "throughput")]
    [InlineData("io", "Lower", "beyond-delay", "latency-p50", "latency-p99", "dropped")]
    [InlineData("memory", "Higher", "creation-rate")]
    [InlineData("memory", "Lower", "resident-a-unit", "proportional-a-unit", "kernel-threads")]
    [InlineData("race", "Lower", "lost-updates", "broken-invariants")]
    [InlineData("race", "Neither", "steps-taken", "audits", "money-off")]
    [InlineData("spinner", "Higher", "frames-shown")]
    [InlineData("spinner", "Lower", "longest-freeze", "stop-latency")]
    [InlineData("switch", "Higher", "round-trips")]
    public void A_gain_is_better_when_it_is_higher_and_a_cost_when_it_is_lower(string scenario, string better, params string[] metrics)
    {
        var known = ScenarioCatalogue.All.Single(known => known.Name == scenario).Metrics.ToDictionary(metric => metric.Name, metric => $"{metric.Better}");

        Assert.All(metrics, metric => Assert.Equal((metric, better), (metric, known[metric])));
    }
}
