using Interleave.Client.Measuring;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;

namespace Interleave.Client.Tests.Measuring.Metrics;

public sealed class LatencyMetricsTests
{
    private readonly VirtualTime _time = new();
    private readonly Recorder _recorder;

    public LatencyMetricsTests()
    {
        _recorder = new Recorder(new Clock(_time));
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
        var values = LatencyMetrics.Of(_recorder).ToDictionary(measurement => measurement.Metric, measurement => measurement.Value);
        Assert.Equal(LatencyMetrics.All, values.Keys);
        Assert.Equal(0.6, values[LatencyMetrics.P50], 0.001);
        Assert.Equal(1.0, values[LatencyMetrics.P90], 0.001);
        Assert.Equal(1.09, values[LatencyMetrics.P99], 0.002);
        Assert.Equal(1.1, values[LatencyMetrics.Max], 0.002);
        Assert.Equal(0.5, values[LatencyMetrics.UncorrectedP50], 0.001);
        Assert.Equal(0.99, values[LatencyMetrics.UncorrectedP99], 0.001);
    }

    [Fact]
    public void A_closed_load_has_no_other_latency_than_the_corrected_one()
    {
        Complete(100);

        Assert.Equal(
            [LatencyMetrics.P50, LatencyMetrics.P90, LatencyMetrics.P99, LatencyMetrics.Max],
            LatencyMetrics.Of(_recorder).Select(measurement => measurement.Metric));
    }

    [Theory]
    [InlineData(2, "latency-p50", "latency-max")]
    [InlineData(20, "latency-p50", "latency-p90", "latency-max")]
    public void Few_operations_have_no_percentile_that_only_the_longest_decides(int operations, params string[] metrics)
    {
        Complete(operations);

        Assert.Equal(metrics, LatencyMetrics.Of(_recorder).Select(measurement => measurement.Metric.Name));
    }

    [Fact]
    public void Without_a_completed_operation_nothing_is_said()
    {
        Assert.Empty(LatencyMetrics.Of(_recorder));
        Assert.Null(LatencyMetrics.Distributions(_recorder));
    }

    [Fact]
    public void A_closed_load_keeps_one_distribution_and_an_open_one_both()
    {
        _recorder.Completed(5, 5, 2_000_000);
        Assert.Equal([LatencyMetrics.Corrected], LatencyMetrics.Distributions(_recorder)!.Keys);

        _recorder.Generator.Planned(1, TimeSpan.FromMilliseconds(5));
        Assert.Equal([LatencyMetrics.Corrected, LatencyMetrics.Uncorrected], LatencyMetrics.Distributions(_recorder)!.Keys);
    }

    private void Complete(int operations)
    {
        for (var operation = 0; operation < operations; operation++)
        {
            _recorder.Completed(5, 5, 2_000_000);
        }
    }
}
