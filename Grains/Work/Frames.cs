namespace Interleave.Grains.Work;

/// <summary>When a spinner showed its frames and when it ended, counted from its start.</summary>
[GenerateSerializer, Immutable]
public sealed record Frames(TimeSpan FrameTime, IReadOnlyList<TimeSpan> Shown, TimeSpan Lasted)
{
    /// <summary>A frame that was due less than half a frame before the end may still have been on its way.</summary>
    public int Due => (int)Math.Max(0, (Lasted / FrameTime) - 0.5);

    /// <summary>A spinner that was held up shows a frame as soon as it is let go: that one came too late.</summary>
    public int ShownInTime => Shown.Count(at => at < FrameTime * (Due + 0.5));

    /// <summary>The longest time in which nothing new was to be seen; one frame's time at best.</summary>
    public TimeSpan LongestFreeze => Shown.Append(Lasted).Zip(Shown.Prepend(TimeSpan.Zero), (end, start) => end - start).Max();
}
