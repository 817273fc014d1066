using System.Diagnostics;

namespace Interleave.Grains.Tracing;

/// <summary>Moments that a timeline shows as marks; outside a traced trial they cost a timestamp.</summary>
public static class TraceMark
{
    /// <summary>Something is told to stop.</summary>
    /// <returns>The timestamp of the moment.</returns>
    public static long Cancel()
    {
        Activity.Current?.AddEvent(new ActivityEvent(TraceNames.Cancel));
        return Stopwatch.GetTimestamp();
    }

    /// <summary>A unit fell.</summary>
    /// <param name="ago">How long before this was noticed.</param>
    public static void Crash(TimeSpan ago) => Activity.Current?.AddEvent(new ActivityEvent(TraceNames.Crash, TimeProvider.System.GetUtcNow() - ago));

    /// <summary>A unit that fell answers again.</summary>
    public static void Reactivation() => Activity.Current?.AddEvent(new ActivityEvent(TraceNames.Reactivation));
}
