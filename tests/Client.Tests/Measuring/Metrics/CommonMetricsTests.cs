using Interleave.Client.Measuring.Machine;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Interleave.Silo.Usage;

namespace Interleave.Client.Tests.Measuring.Metrics;

public sealed class CommonMetricsTests
{
    [Fact]
    public void Every_cost_is_better_when_it_is_lower_and_nothing_else_ranks() => Assert.Equal(
        ["time", "cpu-time", "memory", "threads", "context-switches"],
        CommonMetrics.All.Where(metric => metric.Better != Better.Neither).Select(metric => $"{metric.Name}{(metric.Better == Better.Lower ? "" : "!")}"));

    [Fact]
    public void The_share_of_the_machine_is_exact()
    {
        var counted = ProcessCounters.None with { CpuTime = TimeSpan.FromSeconds(1.5) };

        var values = Values(TimeSpan.FromSeconds(2), new ProcessUsage(counted, Sighting.None));

        Assert.Equal(0.75 / Environment.ProcessorCount, values["machine-share"], 9);
    }

    [Fact]
    public void Switches_are_those_that_waited_and_those_that_made_room()
    {
        var counted = ProcessCounters.None with { VoluntarySwitches = 5, InvoluntarySwitches = 2 };

        var values = Values(TimeSpan.FromSeconds(1), new ProcessUsage(counted, Sighting.None));

        Assert.Equal((7, 5, 2), (values["context-switches"], values["voluntary-switches"], values["involuntary-switches"]));
    }

    [Fact]
    public void What_is_not_known_is_left_out() =>
        Assert.Equal(["time"], Values(TimeSpan.FromSeconds(1), new ProcessUsage(ProcessCounters.Unknown, Sighting.None)).Keys);

    private static Dictionary<string, double> Values(TimeSpan elapsed, ProcessUsage usage) =>
        CommonMetrics.Of(elapsed, usage).ToDictionary(measurement => measurement.Metric.Name, measurement => measurement.Value);
}
