using Interleave.Client.Measuring.Latencies;

namespace Interleave.Client.Tests.Measuring.Latencies;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Every_duration_from_a_microsecond_to_an_hour_keeps_three_significant_digits()
    {
        for (var value = 1_000.0; value < HistogramLayout.Longest; value *= 1.003)
        {
            var nanoseconds = (long)value;
            var index = HistogramLayout.IndexOf(nanoseconds);
            Assert.InRange(nanoseconds, HistogramLayout.LowestOf(index), HistogramLayout.HighestOf(index));
            Assert.True((HistogramLayout.HighestOf(index) - HistogramLayout.LowestOf(index)) / value < 0.001, $"{nanoseconds} ns");
        }
    }

    [Fact]
    public void Buckets_follow_each_other_without_gap_or_overlap()
    {
        for (var index = 1; index < HistogramLayout.Buckets; index++)
        {
            Assert.Equal(HistogramLayout.HighestOf(index - 1) + 1, HistogramLayout.LowestOf(index));
        }
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(long.MaxValue, 3600)]
    public void A_duration_out_of_range_counts_as_the_nearest_in_range(long nanoseconds, double seconds)
    {
        var recorder = new LatencyRecorder();
        recorder.Record(nanoseconds);
        Assert.Equal(seconds, recorder.Snapshot().Max, seconds * 0.001);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    [InlineData(0.999)]
    [InlineData(1)]
    public void A_percentile_is_that_of_the_sorted_values_to_a_thousandth(double fraction)
    {
        var random = new Random(7);
        var values = Enumerable.Range(0, 20_000).Select(_ => (long)(1_000 * Math.Exp(random.NextDouble() * 14))).ToArray();
        var recorder = new LatencyRecorder();
        Array.ForEach(values, recorder.Record);
        Array.Sort(values);
        var exact = values[Math.Max(0, (int)Math.Ceiling(fraction * values.Length) - 1)] / 1e9;

        Assert.Equal(exact, recorder.Snapshot().Percentile(fraction), exact * 0.001);
    }

    [Fact]
    public void Merged_histograms_are_the_histogram_of_all_values()
    {
        var (first, second, both) = (new LatencyRecorder(), new LatencyRecorder(), new LatencyRecorder());
        for (var value = 1_000L; value < 1_000_000_000; value += value / 2)
        {
            (value % 2 == 0 ? first : second).Record(value);
            both.Record(value);
        }

        Assert.Equal(both.Snapshot().Occupied, first.Snapshot().Merge(second.Snapshot()).Occupied);
    }

    [Fact]
    public void Nothing_is_lost_when_many_threads_record_at_once()
    {
        var recorder = new LatencyRecorder();
        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (var value = 0; value < 50_000; value++)
            {
                recorder.Record(5_000);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal(400_000, recorder.Snapshot().Count);
    }

    [Fact]
    public void Recording_allocates_nothing_once_the_core_has_recorded()
    {
        var recorder = new LatencyRecorder();
        var allocated = Enumerable.Range(0, 20).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var value = 0; value < 1_000; value++)
            {
                recorder.Record(value * 1_000);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void An_empty_histogram_has_no_percentile() =>
        Assert.True(double.IsNaN(new LatencyRecorder().Snapshot().Percentile(0.5)));
}
