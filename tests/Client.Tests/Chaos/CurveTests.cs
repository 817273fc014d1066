using Interleave.Client.Chaos;

namespace Interleave.Client.Tests.Chaos;

public sealed class CurveTests
{
    [Fact]
    public void It_counts_transfers_when_they_were_acknowledged_and_times_them_from_when_they_were_due()
    {
        var curve = Curve.Of(
            [Samples.Sent(1, acknowledged: 0.2, due: 0.1), Samples.Sent(2, acknowledged: 1.7, due: 0.2), Samples.Sent(3, acknowledged: null)], end: 2);

        Assert.Equal([0.25, 0.75, 1.25, 1.75], curve.Seconds);
        Assert.Equal([2, 0, 0, 2], curve.Throughput);
        Assert.Null(curve.P99[1]);
        Assert.Equal(1.5, curve.P99[3]!.Value, precision: 6);
    }

    [Fact]
    public void A_long_run_has_few_points()
    {
        Assert.Equal(120, Curve.Of([], end: 3_600).Seconds.Count);
    }
}
