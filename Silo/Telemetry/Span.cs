using System.Diagnostics;
using Interleave.Grains.Tracing;

namespace Interleave.Silo.Telemetry;

/// <summary>One piece of traced work: a trial, a unit, an operation, a step or a call.</summary>
/// <remarks>
/// Times are nanoseconds since the Unix epoch, taken from one clock by all processes of a machine. Attributes are strings, longs, doubles and bools.
/// </remarks>
internal sealed record Span
{
    public required ProcessResource Process { get; init; }

    public required string Source { get; init; }

    /// <summary>32 hexadecimal digits.</summary>
    public required string TraceId { get; init; }

    /// <summary>16 hexadecimal digits.</summary>
    public required string SpanId { get; init; }

    public string? ParentId { get; init; }

    public required string Name { get; init; }

    public ActivityKind Kind { get; init; }

    public required long Start { get; init; }

    public required long End { get; init; }

    public IReadOnlyDictionary<string, object> Attributes { get; init; } = new Dictionary<string, object>();

    public IReadOnlyList<SpanEvent> Events { get; init; } = [];

    public IReadOnlyList<SpanLink> Links { get; init; } = [];

    public ActivityStatusCode Status { get; init; }

    public string? StatusDescription { get; init; }

    public TimeSpan Duration => TimeSpan.FromTicks((End - Start) / TimeSpan.NanosecondsPerTick);

    /// <summary>The managed thread that the span began on.</summary>
    public int? ThreadId => Number("thread.id") is { } id ? (int)id : null;

    public string? Text(string attribute) => Attributes.TryGetValue(attribute, out var value) ? value as string : null;

    public double? Number(string attribute) => !Attributes.TryGetValue(attribute, out var value) ? null : value switch
    {
        long number => number,
        double number => number,
        _ => null,
    };

    public static Span Of(Activity activity, ProcessResource process) => new()
    {
        Process = process,
        Source = activity.Source.Name,
        TraceId = activity.TraceId.ToHexString(),
        SpanId = activity.SpanId.ToHexString(),
        ParentId = activity.ParentSpanId == default ? null : activity.ParentSpanId.ToHexString(),
        Name = activity.DisplayName,
        Kind = activity.Kind,
        Start = UnixNanoseconds(activity.StartTimeUtc),
        End = UnixNanoseconds(activity.StartTimeUtc + activity.Duration),
        Attributes = AttributesOf(activity.TagObjects),
        Events = [.. activity.Events.Select(moment => new SpanEvent(moment.Name, UnixNanoseconds(moment.Timestamp.UtcDateTime), AttributesOf(moment.Tags)))],
        Links = [.. activity.Links.Select(link => new SpanLink(link.Context.TraceId.ToHexString(), link.Context.SpanId.ToHexString()))],
        Status = activity.Status,
        StatusDescription = activity.StatusDescription,
    };

    /// <summary>Says that a process recorded so many spans of a trace less than there were.</summary>
    public static Span LeftOut(ActivityTraceId trace, long spans, ProcessResource process) => new()
    {
        Process = process,
        Source = TraceSources.WorkName,
        TraceId = trace.ToHexString(),
        SpanId = ActivitySpanId.CreateRandom().ToHexString(),
        Name = "spans left out",
        Start = 0,
        End = 0,
        Attributes = new Dictionary<string, object> { [TraceNames.SpansLeftOut] = spans },
    };

    private static long UnixNanoseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    private static Dictionary<string, object> AttributesOf(IEnumerable<KeyValuePair<string, object?>> tags)
    {
        var attributes = new Dictionary<string, object>();
        foreach (var (name, value) in tags)
        {
            if (value is not null)
            {
                attributes[name] = value switch
                {
                    string or long or double or bool => value,
                    int or short or byte or uint or ushort => Convert.ToInt64(value, null),
                    float number => (double)number,
                    _ => value.ToString() ?? "",
                };
            }
        }

        return attributes;
    }
}
