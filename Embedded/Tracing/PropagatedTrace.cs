using System.Diagnostics;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Tracing;

/// <summary>What of the caller's trace goes along with a call: the fields of the framework's propagator, such as traceparent, tracestate and baggage.</summary>
internal sealed class PropagatedTrace
{
    /// <summary>More than any propagator writes; what claims to have more is no message of a silo or client.</summary>
    private const int MostFields = 64;

    private readonly List<KeyValuePair<string, string>> _fields = [];

    /// <summary>Null where nobody traces.</summary>
    public static PropagatedTrace? Of(Activity? activity)
    {
        if (activity is null)
        {
            return null;
        }

        var trace = new PropagatedTrace();
        // It is given one.
        DistributedContextPropagator.Current.Inject(
            activity, trace, static (carrier, name, value) => ((PropagatedTrace)carrier!)._fields.Add(new(name, value)));
        return trace;
    }

    public static void Write(WireWriter writer, PropagatedTrace? trace)
    {
        writer.WriteNumber((ulong)(trace?._fields.Count ?? 0));
        foreach (var (name, value) in trace?._fields ?? [])
        {
            writer.WriteText(name);
            writer.WriteText(value);
        }
    }

    public static PropagatedTrace? Read(ref WireReader reader)
    {
        var count = reader.ReadNumber();
        if (count is 0 or > MostFields)
        {
            return count == 0 ? null : throw new InvalidDataException($"A request brings {count} fields of a trace.");
        }

        var trace = new PropagatedTrace();
        for (; count > 0; count--)
        {
            trace._fields.Add(new(reader.ReadText() ?? "", reader.ReadText() ?? ""));
        }

        return trace;
    }

    /// <summary>Makes an activity below the caller's, and starts it; null where nobody listens to the source.</summary>
    public Activity? Start(ActivitySource source, string name, ActivityKind kind, DateTimeOffset startTime)
    {
        var (parent, state) = Parent();
        var activity = ActivityContext.TryParse(parent, state, isRemote: true, out var context)
            ? source.StartActivity(name, kind, context, startTime: startTime)
            : source.StartActivity(name, kind, parent, startTime: startTime); // An id in the older, hierarchical format.
        return activity is null ? null : AddBaggage(activity);
    }

    /// <summary>The same where nobody listens: what the grain records itself must find its parent.</summary>
    public Activity StartUnheard(string name)
    {
        var (parent, state) = Parent();
        var activity = new Activity(name) { TraceStateString = state };
        if (parent is not null)
        {
            activity.SetParentId(parent);
        }

        return AddBaggage(activity).Start();
    }

    private static void Get(object? carrier, string name, out string? value, out IEnumerable<string>? values)
    {
        value = ((PropagatedTrace)carrier!)._fields.Find(field => field.Key == name).Value; // As above.
        values = null;
    }

    private (string? Id, string? State) Parent()
    {
        DistributedContextPropagator.Current.ExtractTraceIdAndState(this, Get, out var parent, out var state);
        return (parent, state);
    }

    private Activity AddBaggage(Activity activity)
    {
        foreach (var (name, value) in DistributedContextPropagator.Current.ExtractBaggage(this, Get) ?? [])
        {
            activity.AddBaggage(name, value);
        }

        return activity;
    }
}
