using System.Diagnostics;
using Interleave.Grains.Tracing;

namespace Interleave.Grains.Work;

/// <summary>A spinner's frames, due at equal distances from its start whatever happened to the frames before.</summary>
public sealed class FrameClock(TimeSpan frameTime)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly List<TimeSpan> _shown = [];
    private readonly Activity? _span = UnitSpan.Start("spinner", TimeProvider.System.GetUtcNow());

    public TimeSpan FrameTime => frameTime;

    /// <summary>How long to wait for the next frame; missed frames are not made up for.</summary>
    /// <remarks>Rounded up: waits count in whole milliseconds, and one cut short would spin until the frame is due.</remarks>
    public TimeSpan UntilNext =>
        TimeSpan.FromMilliseconds(Math.Ceiling((frameTime - TimeSpan.FromTicks(Elapsed.Ticks % frameTime.Ticks)).TotalMilliseconds));

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    public void Show()
    {
        var now = Elapsed;
        TraceOverdue(now);
        _shown.Add(now);
        _span?.AddEvent(new ActivityEvent(TraceNames.Frame));
        FrameSignal.Send();
    }

    public Frames Stop()
    {
        var now = Elapsed;
        TraceOverdue(now);
        _span?.SetEndTime(_span.StartTimeUtc + now);
        UnitSpan.Stop(_span);
        return new Frames(frameTime, _shown.ToArray(), now);
    }

    /// <summary>Since its next frame was due, the spinner was ready to show it.</summary>
    private void TraceOverdue(TimeSpan now)
    {
        if (_span is null)
        {
            return;
        }

        // A frame may be shown a little early; it is still the one that was due next.
        var due = frameTime * (Math.Floor((_shown.LastOrDefault() / frameTime) + 0.1) + 1);
        if (now - due is var late && late > TimeSpan.Zero)
        {
            var tags = new ActivityTagsCollection { [TraceNames.Duration] = late.TotalSeconds };
            _span.AddEvent(new ActivityEvent(TraceNames.Overdue, new DateTimeOffset(_span.StartTimeUtc + due), tags));
        }
    }
}
