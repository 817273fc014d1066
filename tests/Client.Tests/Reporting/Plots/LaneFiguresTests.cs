using Interleave.Client.Reporting.Plots;

namespace Interleave.Client.Tests.Reporting.Plots;

public sealed class LaneFiguresTests
{
    [Fact]
    public void Words_tell_parallel_from_interleaved()
    {
        Assert.Contains(
            "2 units, 2 in progress at once, at most 2 running at once", LaneFigures.InWords(MadeUpTimelines.Parallel("threads")), StringComparison.Ordinal);
        Assert.Contains(
            "2 units, 2 in progress at once, never two running at once", LaneFigures.InWords(MadeUpTimelines.Frozen("loop")), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_say_when_a_grain_runtime_does_not_tell_of_its_mailboxes()
    {
        Assert.EndsWith(
            "waiting, not measured in a mailbox; spinner told to stop at 590 ms.", LaneFigures.InWords(MadeUpTimelines.Parallel("grains")),
            StringComparison.Ordinal);
        Assert.DoesNotContain("mailbox", LaneFigures.InWords(MadeUpTimelines.Parallel("threads")), StringComparison.Ordinal);
    }
}
