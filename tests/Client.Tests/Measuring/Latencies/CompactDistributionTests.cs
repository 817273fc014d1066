using Interleave.Client.Measuring.Latencies;

namespace Interleave.Client.Tests.Measuring.Latencies;

public sealed class CompactDistributionTests
{
    [Fact]
    public void It_holds_every_value_in_few_ascending_buckets()
    {
        var recorder = new LatencyRecorder();
        for (var value = 0L; value < 10_000; value++)
        {
            recorder.Record(50_000_000 + (value * 1_000));
        }

        var distribution = CompactDistribution.Of(recorder.Snapshot());

        Assert.Equal(10_000, distribution.Counts.Sum());
        Assert.Equal(distribution.UpperBounds.Order().Distinct(), distribution.UpperBounds);
        Assert.Equal(distribution.UpperBounds.Count, distribution.Counts.Count);
        Assert.InRange(distribution.Counts.Count, 5, 20);
    }

    [Fact]
    public void A_bound_is_at_least_its_values_and_at_most_two_percent_above()
    {
        for (var value = 2_000.0; value < HistogramLayout.Longest; value *= 1.07)
        {
            var recorder = new LatencyRecorder();
            recorder.Record((long)value);
            Assert.InRange(CompactDistribution.Of(recorder.Snapshot()).UpperBounds.Single(), value / 1e9, value * 1.02 / 1e9);
        }
    }
}
