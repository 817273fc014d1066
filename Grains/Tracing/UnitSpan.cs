using System.Diagnostics;

namespace Interleave.Grains.Tracing;

/// <summary>The span of one unit's life, which lies beside the calls that come and go while the unit lives.</summary>
public static class UnitSpan
{
    /// <summary>Starts the span of a unit that outlives the call which begins it: the two lie beside each other, and are linked.</summary>
    public static Activity? Start(string name, DateTimeOffset startTime)
    {
        var current = Activity.Current?.Context ?? default;
        return Activity.Current is { Kind: ActivityKind.Server }
            ? Start(name, new ActivityContext(current.TraceId, default, current.TraceFlags), startTime, [new ActivityLink(current)])
            : Start(name, current, startTime);
    }

    /// <summary>Starts the span and leaves the caller's own span current; null when nobody traces.</summary>
    public static Activity? Start(string name, ActivityContext parent, DateTimeOffset startTime = default, IEnumerable<ActivityLink>? links = null)
    {
        var current = Activity.Current;
        Activity.Current = null; // Else a span without a parent would take this one.
        var unit = TraceSources.Work.StartActivity(name, ActivityKind.Internal, parent, tags: null, links, startTime);
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
