using System.Diagnostics;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Tests.Measuring.Machine;

public sealed class InterferenceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void What_was_neither_idle_nor_stolen_nor_ours_went_to_others()
    {
        // Two cores for a second: 0.5 s idle, 0.2 s stolen, 1 s ours; of the 0.3 s left the tick leaves 0.02 s open.
        var found = Interference.Between(new MachineTime(2, Second, Second), new MachineTime(2, 1.5 * Second, 1.2 * Second), Second, ours: Second);

        Assert.Equal((0.1, 0.14), (Math.Round(found.Stolen, 9), Math.Round(found.Others, 9)));
        Assert.True(found.Disturbs);
    }

    [Fact]
    public void A_machine_that_we_keep_busy_is_not_disturbed()
    {
        var found = Interference.Between(new MachineTime(2, Second, Second), new MachineTime(2, Second, Second), Second, ours: 2 * Second);

        Assert.Equal((0, 0, false), (found.Stolen, found.Others, found.Disturbs));
    }

    [Fact]
    public void Idle_time_and_stolen_time_of_all_cores_are_summed()
    {
        var time = MachineTime.Of(["cpu0 1 2 3 400 5 6 7 8 9 10", "cpu1 1 2 3 100 0 6 7 2 9 10"]);

        Assert.Equal(new MachineTime(2, TimeSpan.FromSeconds(5.05), TimeSpan.FromSeconds(0.1)), time);
    }

    [Theory]
    [InlineData("0-3", new[] { 0, 1, 2, 3 })]
    [InlineData("1", new[] { 1 })]
    [InlineData("\t0,2-4,8", new[] { 0, 2, 3, 4, 8 })]
    public void Lists_of_cores_are_read_as_the_system_writes_them(string list, int[] cores) => Assert.Equal(cores, CoreList.Parse(list));

    /// <summary>A byte at a time: nearly all of it is time in the system, which counts as any other.</summary>
    [LinuxFact]
    public void Another_process_that_is_busy_in_system_calls_is_noise()
    {
        var before = MachineTime.Read()!.Value; // Linux tells it.
        var start = Stopwatch.GetTimestamp();
        using (var busy = Process.Start("dd", ["if=/dev/zero", "of=/dev/null", "bs=1", "count=1000000", "status=none"]))
        {
            busy.WaitForExit();
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        var found = Interference.Between(before, MachineTime.Read()!.Value, elapsed, ours: TimeSpan.Zero); // As before.

        // One core of all of them, but for the clock's tick; less where the machine was busy with others before it got one.
        Assert.True(found.Others + found.Stolen > 0.5 / before.Cores, $"{found.Others} of the machine, and {found.Stolen} stolen, in {elapsed}.");
        Assert.InRange(found.Others + found.Stolen, 0, 1);
    }
}
