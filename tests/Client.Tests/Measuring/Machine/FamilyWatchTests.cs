using System.Diagnostics;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Tests.Measuring.Machine;

/// <summary>What is seen of a process from outside, tried on shells that do what they are told.</summary>
public sealed class FamilyWatchTests : IDisposable
{
    private readonly Process _shell = Process.Start(new ProcessStartInfo("sh") { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    [Fact]
    public void Memory_that_was_given_back_before_the_end_counts_in_the_peak()
    {
        var watch = Watch();
        watch.Begin();
        Do("x=$(head -c 30000000 /dev/zero | tr '\\0' 'a'); x=");
        var seen = watch.End();

        Assert.InRange(seen.PeakMemoryAdded!.Value, 28 << 20, 200 << 20);
    }

    [Fact]
    public void What_a_trial_leaves_behind_counts_in_the_next_one_too()
    {
        var watch = Watch();
        watch.Begin();
        Do("x=$(head -c 30000000 /dev/zero | tr '\\0' 'a')");
        var first = watch.End().PeakMemoryAdded!.Value;
        watch.Begin();
        Do(":");
        var second = watch.End().PeakMemoryAdded!.Value;

        Assert.InRange(second, 28 << 20, first);
    }

    [Fact]
    public void A_process_that_rests_adds_nothing()
    {
        var watch = Watch();
        watch.Begin();
        var seen = watch.End();

        Assert.InRange(seen.PeakMemoryAdded!.Value, 0, 1 << 20);
        Assert.Equal((0, 0), (seen.PeakThreadsAdded, seen.BusyThreads));
    }

    [Fact]
    public void A_child_counts_from_zero_while_it_lives()
    {
        var watch = Watch();
        watch.Begin();
        _shell.StandardInput.WriteLine("sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; echo child; read line'");
        Assert.Equal("child", _shell.StandardOutput.ReadLine());
        var seen = watch.End();
        _shell.StandardInput.WriteLine();

        Assert.Equal((1, 1), (seen.PeakThreadsAdded, seen.BusyThreads));
        Assert.InRange(seen.PeakMemoryAdded!.Value, 256 << 10, 64 << 20);
        Assert.InRange(seen.ProportionalMemoryAdded!.Value, 1, seen.PeakMemoryAdded.Value);
    }

    [Fact]
    public void Where_a_silo_is_not_known_what_all_hold_together_is_not_known()
    {
        var watch = new FamilyWatch(_shell.Id, [], hasMore: true);
        watch.Begin();

        Assert.Equal(Sighting.None, watch.End());
    }

    [Fact]
    public void A_process_that_ends_meanwhile_leaves_the_sum_unknown()
    {
        using var silo = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true })!;
        var watch = new FamilyWatch(_shell.Id, [silo.Id], hasMore: false);
        watch.Begin();
        silo.StandardInput.Close();
        silo.WaitForExit();

        Assert.Equal(Sighting.None, watch.End());
    }

    public void Dispose()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit();
        _shell.Dispose();
    }

    private FamilyWatch Watch()
    {
        Do(":"); // It has started.
        return new FamilyWatch(_shell.Id, [], hasMore: false);
    }

    private void Do(string command)
    {
        _shell.StandardInput.WriteLine($"{command}; echo done");
        Assert.Equal("done", _shell.StandardOutput.ReadLine());
    }
}
