using System.Diagnostics;
using Interleave.Grains.Tracing;

namespace Interleave.Silo.Telemetry;

/// <summary>Hears every traced span of this process as it ends.</summary>
/// <remarks>Only what belongs to a traced trial is sampled, so that untraced work pays one question a span and no allocation.</remarks>
internal sealed class SpanListener : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly SpanBound _bound;

    public SpanListener(SpanBound bound, Action<Activity> ended)
    {
        _bound = bound;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => TraceSources.All.Contains(source.Name),
            Sample = (ref options) => Sample(options.Source, options.Parent),
            ActivityStarted = TagThread,
            ActivityStopped = activity =>
            {
                if (activity.Recorded)
                {
                    ended(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>A trial's root begins a trace; everything else is traced when its parent is.</summary>
    private static bool IsTraced(ActivitySource source, ActivityContext parent) =>
        (parent.TraceFlags & ActivityTraceFlags.Recorded) != 0 || source.Name == TraceSources.TrialsName;

    private static void TagThread(Activity activity)
    {
        activity.SetTag("thread.id", (long)Environment.CurrentManagedThreadId);
        if (Thread.CurrentThread.Name is { } name)
        {
            activity.SetTag("thread.name", name);
        }
    }

    public void Dispose() => _listener.Dispose();

    private ActivitySamplingResult Sample(ActivitySource source, ActivityContext parent) =>
        IsTraced(source, parent) && (parent.TraceId == default || _bound.TryTake(parent.TraceId))
            ? ActivitySamplingResult.AllDataAndRecorded
            : ActivitySamplingResult.None;
}
