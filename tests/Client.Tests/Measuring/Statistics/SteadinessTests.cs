using Interleave.Client.Measuring.Statistics;

namespace Interleave.Client.Tests.Measuring.Statistics;

public sealed class SteadinessTests
{
    private static readonly Steadiness Steadiness = new(Window: 3, Tolerance: 0.1, Most: 5);

    [Theory]
    [InlineData(new[] { 1.0, 1.0 }, nameof(WarmUp.GoesOn))]
    [InlineData(new[] { 5.0, 1.0, 1.09, 0.95 }, nameof(WarmUp.Steady))]
    [InlineData(new[] { 2.0, 1.5, 1.2 }, nameof(WarmUp.GoesOn))]
    [InlineData(new[] { 1.0, 1.0, 1.12 }, nameof(WarmUp.GoesOn))]
    [InlineData(new[] { 5.0, 4.0, 3.0, 2.0, 1.0 }, nameof(WarmUp.NeverSteady))]
    [InlineData(new[] { 0.0, 0.0, 0.0 }, nameof(WarmUp.Steady))]
    public void A_warm_up_ends_when_its_last_figures_agree_or_when_enough_were_taken(double[] values, string expected) =>
        Assert.Equal(expected, Steadiness.Judge(values).ToString());
}
