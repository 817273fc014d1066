using System.Diagnostics;

namespace Interleave.Grains.Work;

/// <summary>A spinner's frames, due at equal distances from its start whatever happened to the frames before.</summary>
public sealed class FrameClock(TimeSpan frameTime)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly List<TimeSpan> _shown = [];

    public TimeSpan FrameTime => frameTime;

    /// <summary>How long to wait for the next frame; missed frames are not made up for.</summary>
    public TimeSpan UntilNext => frameTime - TimeSpan.FromTicks(Elapsed.Ticks % frameTime.Ticks);

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    public void Show() => _shown.Add(Elapsed);

    public Frames Stop() => new(frameTime, _shown.ToArray(), Elapsed);
}
