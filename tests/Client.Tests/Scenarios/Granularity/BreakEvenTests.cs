using Interleave.Client.Records;
using Interleave.Client.Scenarios.Granularity;

namespace Interleave.Client.Tests.Scenarios.Granularity;

/// <summary>The size from which on handing over gains, on gains made up.</summary>
public sealed class BreakEvenTests
{
    [Fact]
    public void It_lies_between_the_largest_size_that_loses_and_the_next_one() =>
        Assert.Equal(Math.Sqrt(14e-6 * 140e-6), BreakEven(Of("10 numbers", 14e-6, 0.5), Of("100 numbers", 140e-6, 2)) ?? 0, 9);

    [Fact]
    public void Batches_are_no_size() =>
        Assert.Equal(14e-6, BreakEven(Of("10 numbers", 14e-6, 1.5), Of("1 number, batched", 70e-6, 0.1), Of("100 numbers", 140e-6, 1.9)));

    [Fact]
    public void A_model_that_gains_by_chance_only_does_not_break_even() =>
        Assert.Null(BreakEven(Of("10 numbers", 14e-6, 0.9), Of("100 numbers", 140e-6, 1.02)));

    private static double? BreakEven(params Trial[] trials) => Assert.Single(new GranularityScenario().FiguresOverVariants).Value(trials);

    private static Trial Of(string variant, double piece, double gain) => new(
        "granularity",
        variant,
        "tasks",
        1,
        new Dictionary<string, double>(),
        new Dictionary<string, double> { ["piece"] = piece, ["gain"] = gain },
        OperationCounts.None,
        null);
}
