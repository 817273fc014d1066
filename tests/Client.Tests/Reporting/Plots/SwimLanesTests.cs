using Interleave.Client.Reporting.Plots;

namespace Interleave.Client.Tests.Reporting.Plots;

public sealed class SwimLanesTests
{
    [Fact]
    public void Models_lie_below_each_other_on_one_time_axis() =>
        ExpectedPicture.Matches("lanes", SwimLanes.Draw("lanes", "spinner, computing: swim lanes", MadeUpTimelines.Create()));

    [Fact]
    public void Words_tell_parallel_from_interleaved()
    {
        Assert.Contains("2 units, 2 in progress at once, at most 2 running at once", LaneFigures.InWords(MadeUpTimelines.Parallel("threads")), StringComparison.Ordinal);
        Assert.Contains("2 units, 2 in progress at once, never two running at once", LaneFigures.InWords(MadeUpTimelines.Frozen("loop")), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_say_when_a_grain_runtime_does_not_tell_of_its_mailboxes()
    {
        Assert.EndsWith("waiting, not measured in a mailbox; spinner told to stop at 590 ms.", LaneFigures.InWords(MadeUpTimelines.Parallel("grains")), StringComparison.Ordinal);
        Assert.DoesNotContain("mailbox", LaneFigures.InWords(MadeUpTimelines.Parallel("threads")), StringComparison.Ordinal);
    }

    [Fact]
    public void Lanes_beyond_the_most_are_counted_not_drawn()
    {
        var one = MadeUpTimelines.Frozen("loop");
        var many = one with { Lanes = [.. Enumerable.Range(1, 100).Select(number => one.Lanes[1] with { Name = $"unit {number}" })] };

        var picture = SwimLanes.Draw("id", "title", [many]).ToString();

        Assert.Contains("90 more units not drawn", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("unit 11", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_that_were_not_traced_are_counted_too()
    {
        var picture = SwimLanes.Draw("id", "title", [MadeUpTimelines.Frozen("loop") with { UnitsTotal = 1_000 }]).ToString();

        Assert.Contains("2 of 1,000 units traced, 2 in progress at once", picture, StringComparison.Ordinal);
        Assert.Contains("998 more units not drawn", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_few_of_the_operations_says_of_how_many()
    {
        var picture = SwimLanes.Draw("id", "title", [MadeUpTimelines.Frozen("loop") with { OperationsShare = 0.22 }]).ToString();

        Assert.Contains(" · 22 % of operations traced", picture, StringComparison.Ordinal);
    }
}
