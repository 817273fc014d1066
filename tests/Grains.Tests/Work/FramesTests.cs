using Interleave.Grains.Work;

namespace Interleave.Grains.Tests.Work;

public sealed class FramesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(149, 0)]
    [InlineData(150, 1)]
    [InlineData(1_000, 9)]
    [InlineData(1_050, 10)]
    public void A_frame_is_due_when_half_a_frame_has_passed_since_its_time(int lasted, int due) =>
        Assert.Equal(due, Shown(lasted).Due);

    [Fact]
    public void The_longest_freeze_may_be_before_the_first_frame() =>
        Assert.Equal(300, Shown(550, 300, 400, 500).LongestFreeze.TotalMilliseconds);

    [Fact]
    public void The_longest_freeze_may_be_after_the_last_frame() =>
        Assert.Equal(350, Shown(550, 100, 200).LongestFreeze.TotalMilliseconds);

    [Fact]
    public void Without_a_frame_all_is_frozen() =>
        Assert.Equal(550, Shown(550).LongestFreeze.TotalMilliseconds);

    [Fact]
    public void A_frame_shown_only_when_the_work_was_over_came_too_late()
    {
        Assert.Equal(0, Shown(lasted: 352, 351).ShownInTime);
        Assert.Equal(0, Shown(lasted: 327, 326).ShownInTime);
        Assert.Equal(3, Shown(lasted: 355, 100, 201, 302).ShownInTime);
    }

    private static Frames Shown(int lasted, params int[] shown) =>
        new(Milliseconds(100), [.. shown.Select(Milliseconds)], Milliseconds(lasted));

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
