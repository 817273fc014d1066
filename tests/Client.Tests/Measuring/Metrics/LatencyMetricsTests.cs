using Interleave.Client.Measuring;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;

namespace Interleave.Client.Tests.Measuring.Metrics;

public sealed class LatencyMetricsTests
{
    private static readonly LatencyMetrics Latency = LatencyMetrics.Default;

    private readonly VirtualTime _time = new();
    private readonly TrialRecorder _trial;
    private readonly Recorder _recorder;

    public LatencyMetricsTests()
    {
        _trial = new TrialRecorder(new Clock(_time));
        _recorder = _trial.Operations;
    }

    [Fact]
    public void Every_latency_metric_gets_its_own_value()
    {
        // Each starts 100 ms late and takes 1 to 1,000 ms.
        for (var operation = 1; operation <= 1_000; operation++)
        {
            _recorder.Completed(0, 100_000_000, 100_000_000 + (operation * 1_000_000L));
        }

        _recorder.Generator.Planned(1_000, TimeSpan.FromMilliseconds(5));
        var values = Latency.Of(_recorder).ToDictionary(measurement => measurement.Metric, measurement => measurement.Value);
        Assert.Equal(Latency.All, values.Keys);
        Assert.Equal(0.6, values[Latency.P50], 0.001);
        Assert.Equal(1.0, values[Latency.P90], 0.001);
        Assert.Equal(1.09, values[Latency.P99], 0.002);
        Assert.Equal(1.099, values[Latency.P999], 0.002);
        Assert.Equal(1.1, values[Latency.Max], 0.002);
        Assert.Equal(0.5, values[Latency.UncorrectedP50], 0.001);
        Assert.Equal(0.99, values[Latency.UncorrectedP99], 0.001);
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    public void An_uncorrected_percentile_needs_as_many_operations_as_the_corrected_one(int operations, bool told)
    {
        Complete(operations);
        _recorder.Generator.Planned(operations, TimeSpan.FromMilliseconds(5));

        Assert.Equal(told, Latency.Of(_recorder).Any(measurement => measurement.Metric == Latency.UncorrectedP99));
    }

    [Fact]
    public void A_closed_load_has_no_other_latency_than_the_corrected_one()
    {
        Complete(100);

        Assert.Equal(
            [Latency.P50, Latency.P90, Latency.P99, Latency.Max],
            Latency.Of(_recorder).Select(measurement => measurement.Metric));
    }

    [Theory]
    [InlineData(2, "latency-p50", "latency-max")]
    [InlineData(9, "latency-p50", "latency-max")]
    [InlineData(10, "latency-p50", "latency-p90", "latency-max")]
    [InlineData(99, "latency-p50", "latency-p90", "latency-max")]
    [InlineData(100, "latency-p50", "latency-p90", "latency-p99", "latency-max")]
    [InlineData(999, "latency-p50", "latency-p90", "latency-p99", "latency-max")]
    [InlineData(1000, "latency-p50", "latency-p90", "latency-p99", "latency-p999", "latency-max")]
    [InlineData(20, "latency-p50", "latency-p90", "latency-max")]
    public void Few_operations_have_no_percentile_that_only_the_longest_decides(int operations, params string[] metrics)
    {
        Complete(operations);

        Assert.Equal(metrics, Latency.Of(_recorder).Select(measurement => measurement.Metric.Name));
    }

    [Fact]
    public void Without_a_completed_operation_nothing_is_said()
    {
        Assert.Empty(Latency.Of(_recorder));
        Assert.Null(LatencyDistributions.Of(_trial));
    }

    [Fact]
    public void A_closed_load_keeps_one_distribution_and_an_open_one_both()
    {
        _recorder.Completed(5, 5, 2_000_000);
        Assert.Equal([Latency.Name], LatencyDistributions.Of(_trial)!.Keys);

        _recorder.Generator.Planned(1, TimeSpan.FromMilliseconds(5));
        Assert.Equal([Latency.Name, Latency.UncorrectedName], LatencyDistributions.Of(_trial)!.Keys);
    }

    private void Complete(int operations)
    {
        for (var operation = 0; operation < operations; operation++)
        {
            _recorder.Completed(5, 5, 2_000_000);
        }
    }

    [Fact]
    public void Each_kind_of_operation_has_latencies_under_its_own_name()
    {
        _trial.Of("short").Completed(5, 5, 2_000_000);
        _trial.Of("long").Completed(5, 5, 8_000_000);

        Assert.Equal(["long-latency", "short-latency"], LatencyDistributions.Of(_trial)!.Keys);
        Assert.Equal(["short-latency-p50", "short-latency-max"], new LatencyMetrics("short").Of(_trial).Select(measurement => measurement.Metric.Name));
    }
}
