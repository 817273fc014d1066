using System.Diagnostics;
using Interleave.Client.Telemetry.Traces;
using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;
using Trace = Interleave.Client.Telemetry.Traces.Trace;

namespace Interleave.Client.Tests.Telemetry;

/// <summary>Spans of a trial that nobody ran; times are milliseconds since its start.</summary>
internal sealed class MadeUp
{
    public static readonly ProcessResource Client = new(ProcessResource.Worker, "client-1", 100, "run-1", "0.1.0");
    public static readonly ProcessResource Silo = new(ProcessResource.Silo, "silo-1", 200, "run-1", "0.1.0");

    private const long Epoch = 1_700_000_000_000_000_000;
    private const string TraceId = "0123456789abcdef0123456789abcdef";

    private readonly List<Span> _spans = [];

    public MadeUp(double milliseconds, string model = "tasks") => Root = Add(null, "trial", 0, milliseconds, span => span with
    {
        Source = TraceSources.Trials.Name,
        Attributes = new Dictionary<string, object> { [TraceNames.Scenario] = "io", [TraceNames.Variant] = "http", [TraceNames.Model] = model },
    });

    public Span Root { get; }

    public Trace Trace => new(Root, [.. _spans]);

    public Span Unit(string name, double from, double to) => Add(Root, name, from, to, span => With(span, TraceNames.Unit, name));

    public Span Operation(Span unit, long number, double from, double to) => Add(unit, "operation", from, to, span => With(span, TraceNames.Operation, number));

    public Span Compute(Span parent, double from, double to, long thread = 1, params SpanEvent[] events) =>
        Add(parent, "compute", from, to, span => With(With(span, TraceNames.Step, TraceNames.Compute), "thread.id", thread) with { Events = events });

    public Span Wait(Span parent, double from, double to, long thread = 1) =>
        Add(parent, "GET", from, to, span => With(With(span, TraceNames.Step, TraceNames.Wait), "thread.id", thread));

    public Span Add(Span? parent, string name, double from, double to, Func<Span, Span>? change = null)
    {
        var span = new Span
        {
            Process = Client,
            Source = TraceSources.Work.Name,
            TraceId = TraceId,
            SpanId = (_spans.Count + 1).ToString("x16", null),
            ParentId = parent?.SpanId,
            Name = name,
            Start = At(from),
            End = At(to),
        };
        span = change?.Invoke(span) ?? span;
        _spans.Add(span);
        return span;
    }

    public static SpanEvent Event(string name, double at, double lasting) =>
        new(name, At(at), new Dictionary<string, object> { [TraceNames.Duration] = lasting / 1_000 });

    public static Span With(Span span, string name, object value) =>
        span with { Attributes = new Dictionary<string, object>(span.Attributes) { [name] = value } };

    /// <summary>A call from the client to a grain in a silo, as the embedded runtime traces it.</summary>
    public Span GrainCall(Span parent, double from, double to, (double From, double To) mailbox, double turnEnd)
    {
        var call = Add(parent, "IGrain/Get", from, to, span => span with { Source = "Interleave.Embedded", Kind = ActivityKind.Client });
        Add(call, "mailbox", mailbox.From, mailbox.To, span => span with { Source = "Interleave.Embedded", Process = Silo });
        return Add(call, "IGrain/Get", mailbox.To, turnEnd, span => span with { Source = "Interleave.Embedded", Process = Silo, Kind = ActivityKind.Server });
    }

    private static long At(double milliseconds) => Epoch + (long)(milliseconds * 1_000_000);
}
