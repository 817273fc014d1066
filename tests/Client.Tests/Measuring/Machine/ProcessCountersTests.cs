using System.Diagnostics;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Measuring.Metrics;
using Interleave.Silo.Usage;

namespace Interleave.Client.Tests.Measuring.Machine;

[Collection(WholeProcessCollection.Name)]
public sealed class ProcessCountersTests
{
    [Fact]
    public async Task Switches_of_threads_that_ended_before_the_stop_are_not_lost()
    {
        var meter = new OwnProcessMeter();
        await meter.StartAsync(CancellationToken.None);
        var other = new Thread(() =>
        {
            for (var turn = 0; turn < 200; turn++)
            {
                Thread.Sleep(TimeSpan.FromMicroseconds(1_000)); // What is asked for is the switch, not the time.
            }
        });
        other.Start();
        other.Join();
        var usage = await meter.StopAsync(CancellationToken.None);

        Assert.InRange(usage.Counted.VoluntarySwitches!.Value, 200, 2_000);
    }

    [Fact]
    public async Task Processor_time_is_that_which_passed_between_start_and_stop()
    {
        var meter = new OwnProcessMeter();
        var before = Environment.CpuUsage.TotalTime;
        await meter.StartAsync(CancellationToken.None);
        var start = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - start < TimeSpan.FromMilliseconds(50))
        {
        }

        var usage = await meter.StopAsync(CancellationToken.None);
        Assert.InRange(usage.CpuTime!.Value, TimeSpan.FromMilliseconds(50), Environment.CpuUsage.TotalTime - before);
    }

    [Fact]
    public void Another_process_is_read_to_the_nanosecond()
    {
        using var busy = Process.Start(new ProcessStartInfo("sh", ["-c", "read line; i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done; echo done; read line"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var before = new LinuxProcess(busy.Id).Counters();
        busy.StandardInput.WriteLine();
        Assert.Equal("done", busy.StandardOutput.ReadLine());
        var after = new LinuxProcess(busy.Id).Counters();
        busy.StandardInput.WriteLine();
        busy.WaitForExit();

        Assert.InRange((after.CpuTime - before.CpuTime)!.Value, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(20));
        Assert.NotEqual(0, after.CpuTime!.Value.Ticks % TimeSpan.TicksPerMillisecond); // Ticks of 10 ms would end in zeros.
        Assert.True(after.VoluntarySwitches + after.InvoluntarySwitches >= before.VoluntarySwitches + before.InvoluntarySwitches);
        Assert.Null(after.Compiling);
    }

    [Fact]
    public void Children_that_have_ended_are_not_lost()
    {
        var before = OwnCounters.ReadEndedChildren();
        using (var child = Process.Start("sh", ["-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done"]))
        {
            child.WaitForExit();
        }

        Assert.InRange((OwnCounters.ReadEndedChildren().CpuTime - before.CpuTime)!.Value, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_process_and_what_comes_of_it_are_found_and_no_other()
    {
        using var parent = Process.Start(
            new ProcessStartInfo("sh", ["-c", "sh -c 'echo $$; read line' ; :"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using var stranger = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true })!;
        var child = int.Parse(parent.StandardOutput.ReadLine()!, null);

        Assert.Equal([child], new ProcessTree(parent.Id).Descendants());
        Assert.Superset(new HashSet<int> { parent.Id, child, stranger.Id }, new ProcessTree(Environment.ProcessId).Descendants().ToHashSet());
        parent.StandardInput.Close();
        stranger.StandardInput.Close();
        parent.WaitForExit();
        stranger.WaitForExit();
    }

    [Fact]
    public void What_is_not_known_of_one_process_is_not_known_of_the_sum()
    {
        var known = new ProcessCounters(TimeSpan.FromSeconds(1), 2, 3, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5), 6);
        var sum = known + known with { InvoluntarySwitches = null };

        Assert.Equal(new ProcessCounters(TimeSpan.FromSeconds(2), 4, null, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(10), 12), sum);
        var measured = CommonMetrics.Of(TimeSpan.FromSeconds(1), new ProcessUsage(sum, Sighting.None)).Select(measurement => measurement.Metric).ToList();
        Assert.Contains(CommonMetrics.VoluntarySwitches, measured);
        Assert.DoesNotContain(CommonMetrics.InvoluntarySwitches, measured);
        Assert.DoesNotContain(CommonMetrics.ContextSwitches, measured);
        Assert.DoesNotContain(CommonMetrics.Memory, measured);
    }

    [Fact]
    public void A_process_that_does_not_exist_leaves_all_unknown()
    {
        const int BeyondEveryId = 1 << 23; // Linux gives ids up to 2^22.

        Assert.Equal(ProcessCounters.Unknown, new LinuxProcess(BeyondEveryId).Counters());
    }
}
