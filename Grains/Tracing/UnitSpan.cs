using System.Diagnostics;

namespace Interleave.Grains.Tracing;

/// <summary>The span of one unit's life, which lies beside the calls that come and go while the unit lives.</summary>
public static class UnitSpan
{
    /// <summary>Starts the span and leaves the caller's own span current; null when nobody traces.</summary>
    public static Activity? Start(string name, ActivityContext parent, DateTimeOffset startTime = default)
    {
        var current = Activity.Current;
        var unit = TraceSources.Work.StartActivity(name, ActivityKind.Internal, parent, startTime: startTime);
        unit?.SetTag(TraceNames.Unit, name);
        Activity.Current = current;
        return unit;
    }

    /// <summary>Ends the span, whichever is current.</summary>
    public static void Stop(Activity? unit)
    {
        var current = Activity.Current;
        unit?.Stop();
        Activity.Current = current;
    }
}
