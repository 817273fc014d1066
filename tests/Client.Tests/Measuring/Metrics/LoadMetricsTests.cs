using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Measuring.Metrics;

public sealed class LoadMetricsTests
{
    [Fact]
    public void Throughput_counts_what_was_completed_and_not_what_was_started()
    {
        var recorder = new TrialRecorder();
        for (var operation = 0; operation < 10; operation++)
        {
            var start = recorder.Operations.Start();
            if (operation < 6)
            {
                recorder.Operations.Completed(start, start, start + 1);
            }
        }

        var measured = LoadMetrics.Of(new MeasuredTrial(TimeSpan.FromSeconds(2), recorder, Sequential: null), new ClosedLoad(1, 10) { StepsAnOperation = 5 });

        Assert.Equal((LoadMetrics.Throughput, 15), (Assert.Single(measured).Metric, measured.Single().Value));
    }

    [Fact]
    public void More_throughput_is_better_and_fewer_dropped_operations_are() =>
        Assert.Equal((Better.Higher, Better.Lower), (LoadMetrics.Throughput.Better, LoadMetrics.Dropped.Better));

    [Fact]
    public void Lower_latencies_are_better() => Assert.All(
        LatencyMetrics.Default.All,
        metric => Assert.Equal(metric.Name.Contains("uncorrected", StringComparison.Ordinal) ? Better.Neither : Better.Lower, metric.Better));
}
