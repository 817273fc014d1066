using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Mixed;

namespace Interleave.Client.Tests.Scenarios.Mixed;

/// <summary>The figures over all rates, on latencies made up.</summary>
public sealed class MixedFigureTests
{
    [Fact]
    public void The_knee_lies_where_latency_passes_twice_the_waits() =>
        Assert.InRange(Figure("knee", Arriving(175, 0.033), Arriving(280, 0.040), Arriving(420, 0.090), Arriving(630, 0.500)) ?? 0, 280, 420);

    [Fact]
    public void A_model_whose_latency_never_leaves_is_good_for_the_highest_rate() =>
        Assert.Equal(630, Figure("knee", Arriving(175, 0.033), Arriving(280, 0.034), Arriving(630, 0.036)));

    [Fact]
    public void Two_rates_show_no_knee() => Assert.Null(Figure("knee", Arriving(175, 0.033), Arriving(280, 0.5)));

    [Fact]
    public void What_was_offered_is_told_as_a_share_of_what_the_model_serves() =>
        Assert.Equal(0.4, Figure("offered-share", Trial("capacity", "throughput", 700, rate: null)));

    [Fact]
    public void The_first_open_load_offers_most_of_the_least_capacity() => Assert.Equal(
        ["capacity", "arriving 80/s"],
        new MixedScenario().Variants(new Settings(Profile.Quick, new Dictionary<string, double> { ["least-capacity"] = 100 })).Select(variant => variant.Name));

    [Fact]
    public void A_variant_is_named_by_its_rate_and_keeps_it_on_record()
    {
        var variants = new MixedScenario().Variants(new Settings(Profile.Standard, new Dictionary<string, double> { ["least-capacity"] = 100 }));

        Assert.Equal(
            ["capacity", "arriving 50/s", "arriving 80/s", "arriving 120/s", "arriving 180/s", "arriving 270/s"],
            variants.Select(variant => variant.Name));
        Assert.Equal(80, variants.Single(variant => variant.Name == "arriving 80/s").Parameters["rate"]);
    }

    private static double? Figure(string name, params Trial[] trials) =>
        new MixedScenario().FiguresOverVariants.Single(figure => figure.Metric.Name == name).Value(trials);

    private static Trial Arriving(double rate, double p99) => Trial($"arriving {rate}/s", "latency-p99", p99, rate);

    private static Trial Trial(string variant, string metric, double value, double? rate)
    {
        var parameters = new Dictionary<string, double> { ["before"] = 20, ["after"] = 10, ["least-capacity"] = 350 };
        if (rate is { } arrivals)
        {
            parameters["rate"] = arrivals;
        }

        return new Trial("mixed", variant, "tasks", 1, parameters, new Dictionary<string, double> { [metric] = value }, OperationCounts.None, null);
    }
}
