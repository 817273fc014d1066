using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Measuring.Metrics;

namespace Interleave.Client.Tests.Measuring.Machine;

[Collection(WholeProcessCollection.Name)]
public sealed class ResourceMeterTests
{
    [Fact]
    public void Threads_that_lived_and_ended_are_seen_with_their_switches()
    {
        const int Threads = 100;
        using var meter = ResourceMeter.Start([]);
        using var release = new ManualResetEventSlim();
        using var started = new CountdownEvent(Threads);
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            started.Signal();
            release.Wait();
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        started.Wait();
        var usage = meter.Stop();
        release.Set();
        Array.ForEach(threads, thread => thread.Join());

        // Idle threads of the pool may end meanwhile; and whichever thread has no core has been switched from.
        Assert.True(usage.PeakThreadsAdded >= Threads / 2, $"{usage.PeakThreadsAdded}");
        Assert.True(usage.ContextSwitches >= Threads / 2, $"{usage.ContextSwitches}");
    }

    [Fact]
    public void Switches_of_threads_that_ended_before_the_stop_are_not_lost()
    {
        using var meter = ResourceMeter.Start([]);
        var other = new Thread(() =>
        {
            for (var turn = 0; turn < 200; turn++)
            {
                Thread.Sleep(TimeSpan.FromMicroseconds(1_000)); // What is asked for is the switch, not the time.
            }
        });
        other.Start();
        other.Join();
        var usage = meter.Stop();

        Assert.True(usage.ContextSwitches >= 200, $"{usage.ContextSwitches}");
    }

    [Fact]
    public void Memory_that_was_given_back_before_the_stop_counts_in_the_peak()
    {
        using var meter = ResourceMeter.Start([]);
        Touch(64 << 20);
        var usage = meter.Stop();

        Assert.True(usage.PeakMemoryAdded >= 60 << 20, $"{usage.PeakMemoryAdded}");
    }

    [Fact]
    public void Processor_time_is_that_which_passed_between_start_and_stop()
    {
        var before = Environment.CpuUsage.TotalTime;
        using var meter = ResourceMeter.Start([]);
        var start = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - start < TimeSpan.FromMilliseconds(50))
        {
        }

        var usage = meter.Stop();
        Assert.InRange(usage.CpuTime!.Value, TimeSpan.FromMilliseconds(50), Environment.CpuUsage.TotalTime - before);
    }

    [Fact]
    public void Another_process_counts_with_this_one()
    {
        using var busy = Process.Start(new ProcessStartInfo("sh", ["-c", "read line; i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done; echo done; read line"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var together = ResourceMeter.Start([busy.Id]);
        using var alone = ResourceMeter.Start([]);
        busy.StandardInput.WriteLine();
        Assert.Equal("done", busy.StandardOutput.ReadLine());
        var own = alone.Stop();
        var both = together.Stop();
        busy.StandardInput.WriteLine();
        busy.WaitForExit();

        Assert.True(both.CpuTime - own.CpuTime > TimeSpan.FromMilliseconds(50), $"{both.CpuTime} and {own.CpuTime}");
        Assert.True(both.ContextSwitches > own.ContextSwitches, $"{both.ContextSwitches} and {own.ContextSwitches}");
    }

    [Fact]
    public void What_is_not_known_of_one_process_is_not_known_of_the_sum()
    {
        var known = new ProcessUsage(TimeSpan.FromSeconds(1), 2, 3, 4);
        var sum = known + known with { ContextSwitches = null };

        Assert.Equal(new ProcessUsage(TimeSpan.FromSeconds(2), 4, 6, null), sum);
        Assert.DoesNotContain(CommonMetrics.Of(TimeSpan.FromSeconds(1), sum), measurement => measurement.Metric == CommonMetrics.ContextSwitches);
    }

    [Fact]
    public void A_process_that_does_not_exist_leaves_processor_time_unknown()
    {
        using var meter = ResourceMeter.Start([int.MaxValue]);
        Assert.Null(meter.Stop().CpuTime);
    }

    [Fact]
    public void Threads_that_come_and_go_are_tallied_as_far_as_they_were_seen()
    {
        var tally = new ThreadTally();
        tally.Start([(1, 100), (2, 50)]);
        tally.Look([(1, 110), (3, 7)]);
        tally.Look([(1, 120)]);

        Assert.Equal(20 + 0 + 7, tally.Total);
    }

    // Mapped memory is given back when it is closed, which a collected array's is not.
    private static void Touch(int bytes)
    {
        using var file = MemoryMappedFile.CreateNew(null, bytes);
        using var view = file.CreateViewAccessor();
        for (var page = 0; page < bytes; page += 4096)
        {
            view.Write(page, 1);
        }
    }
}
