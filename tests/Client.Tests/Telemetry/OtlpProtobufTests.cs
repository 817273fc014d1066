using System.Diagnostics;
using Interleave.Client.Telemetry.Traces;
using Interleave.Silo.Telemetry;
using OpenTelemetry.Proto.Collector.Trace.V1;
using OpenTelemetry.Proto.Common.V1;
using Proto = OpenTelemetry.Proto.Trace.V1;

namespace Interleave.Client.Tests.Telemetry;

/// <summary>Our encoding, read by the code that Google's compiler makes of the protocol's own definition.</summary>
public sealed class OtlpProtobufTests
{
    [Fact]
    public void Ids_names_kinds_and_times_arrive_as_they_were()
    {
        var parent = Made(1) with { ParentId = null, Kind = ActivityKind.Internal };
        var child = Made(2) with { Kind = ActivityKind.Consumer, Name = "grüße 🙂", Start = 1_700_000_000_123_456_789, End = long.MaxValue };

        var spans = Received([parent, child]);

        Assert.Equal(2, spans.Count);
        Assert.Equal(Convert.FromHexString(parent.TraceId), spans[0].TraceId.ToByteArray());
        Assert.Equal(Convert.FromHexString(parent.SpanId), spans[0].SpanId.ToByteArray());
        Assert.True(spans[0].ParentSpanId.IsEmpty);
        Assert.Equal(Convert.FromHexString(child.ParentId!), spans[1].ParentSpanId.ToByteArray());
        Assert.Equal("grüße 🙂", spans[1].Name);
        Assert.Equal(1_700_000_000_123_456_789UL, spans[1].StartTimeUnixNano);
        Assert.Equal((ulong)long.MaxValue, spans[1].EndTimeUnixNano);
    }

    [Theory]
    [InlineData(ActivityKind.Internal, nameof(Proto.Span.Types.SpanKind.Internal))]
    [InlineData(ActivityKind.Server, nameof(Proto.Span.Types.SpanKind.Server))]
    [InlineData(ActivityKind.Client, nameof(Proto.Span.Types.SpanKind.Client))]
    [InlineData(ActivityKind.Producer, nameof(Proto.Span.Types.SpanKind.Producer))]
    [InlineData(ActivityKind.Consumer, nameof(Proto.Span.Types.SpanKind.Consumer))]
    public void Every_kind_has_its_own_number(ActivityKind kind, string received) =>
        Assert.Equal(received, Assert.Single(Received([Made(1) with { Kind = kind }])).Kind.ToString());

    [Fact]
    public void Attributes_keep_their_names_types_and_values()
    {
        var attributes = new Dictionary<string, object>
        {
            ["text"] = "ä\n\"",
            ["empty"] = "",
            ["yes"] = true,
            ["no"] = false,
            ["zero"] = 0L,
            ["small"] = long.MinValue,
            ["large"] = long.MaxValue,
            ["half"] = 0.5,
            ["tiny"] = double.Epsilon,
            ["none"] = double.NaN,
            ["endless"] = double.NegativeInfinity,
        };

        var received = Assert.Single(Received([Made(1) with { Attributes = attributes }])).Attributes;

        Assert.Equal(attributes, received.ToDictionary(pair => pair.Key, pair => Value(pair.Value)));
    }

    [Fact]
    public void Events_keep_their_order_times_and_attributes()
    {
        var span = Made(1) with
        {
            Events =
            [
                new SpanEvent("preempted", 5, new Dictionary<string, object> { ["interleave.duration"] = 0.25, ["thread"] = -1L }),
                new SpanEvent("", long.MaxValue, new Dictionary<string, object>()),
            ],
        };

        var events = Assert.Single(Received([span])).Events;

        Assert.Equal(["preempted", ""], events.Select(moment => moment.Name));
        Assert.Equal([5UL, (ulong)long.MaxValue], events.Select(moment => moment.TimeUnixNano));
        Assert.Equal(span.Events[0].Attributes, events[0].Attributes.ToDictionary(pair => pair.Key, pair => Value(pair.Value)));
        Assert.Empty(events[1].Attributes);
    }

    [Theory]
    [InlineData(ActivityStatusCode.Unset, null, nameof(Proto.Status.Types.StatusCode.Unset), "")]
    [InlineData(ActivityStatusCode.Ok, null, nameof(Proto.Status.Types.StatusCode.Ok), "")]
    [InlineData(ActivityStatusCode.Error, "it broke", nameof(Proto.Status.Types.StatusCode.Error), "it broke")]
    public void A_status_keeps_its_code_and_its_message(ActivityStatusCode code, string? message, string received, string said)
    {
        var span = Assert.Single(Received([Made(1) with { Status = code, StatusDescription = message }]));

        Assert.Equal((received, said), ((span.Status ?? new Proto.Status()).Code.ToString(), (span.Status ?? new Proto.Status()).Message));
    }

    [Fact]
    public void Spans_come_under_their_process_and_their_source()
    {
        var spans = new[] { Made(1), Made(2) with { Source = "other" }, Made(3) with { Process = MadeUp.Silo }, Made(4) };

        var request = ExportTraceServiceRequest.Parser.ParseFrom(OtlpProtobuf.Encode(spans));

        Assert.Equal(2, request.ResourceSpans.Count);
        Assert.Equal(MadeUp.Silo.ToAttributes(), request.ResourceSpans[1].Resource.Attributes.ToDictionary(pair => pair.Key, pair => Value(pair.Value)));
        Assert.Equal(["made up", "other"], request.ResourceSpans[0].ScopeSpans.Select(scope => scope.Scope.Name));
        Assert.Equal([2, 1], request.ResourceSpans[0].ScopeSpans.Select(scope => scope.Spans.Count));
    }

    [Fact]
    public void Nothing_is_written_that_the_protocol_does_not_know()
    {
        var trial = new MadeUp(10);
        trial.Compute(trial.Operation(trial.Unit("unit 1", 0, 10), 1, 1, 9), 2, 3, 1, MadeUp.Event("preempted", 2, 0.5));
        var bytes = OtlpProtobuf.Encode(trial.Trace.Spans.Append(Made(1) with { Status = ActivityStatusCode.Error, StatusDescription = "x" }));

        var known = ExportTraceServiceRequest.Parser.WithDiscardUnknownFields(true).ParseFrom(bytes);

        Assert.Equal(ExportTraceServiceRequest.Parser.ParseFrom(bytes).CalculateSize(), known.CalculateSize());
    }

    [Fact]
    public void Both_encodings_say_the_same()
    {
        var trial = new MadeUp(10);
        trial.Compute(trial.Operation(trial.Unit("unit 1", 0, 10), 1, 1, 9), 2, 3, 1, MadeUp.Event("preempted", 2, 0.5));
        using var json = new MemoryStream();
        OtlpJson.Write(json, trial.Trace.Spans);

        var fromJson = OtlpJson.Read(json.ToArray());

        Assert.Equal(OtlpProtobuf.Encode(trial.Trace.Spans), OtlpProtobuf.Encode(fromJson));
    }

    private static List<Proto.Span> Received(IEnumerable<Span> spans) =>
    [
        .. ExportTraceServiceRequest.Parser.ParseFrom(OtlpProtobuf.Encode(spans)).ResourceSpans
            .SelectMany(process => process.ScopeSpans)
            .SelectMany(scope => scope.Spans),
    ];

    private static object Value(AnyValue value) => value.ValueCase switch
    {
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue,
        AnyValue.ValueOneofCase.IntValue => value.IntValue,
        AnyValue.ValueOneofCase.DoubleValue => value.DoubleValue,
        AnyValue.ValueOneofCase.StringValue => value.StringValue,
        var other => throw new InvalidOperationException($"A value came as {other}."),
    };

    private static Span Made(int id) => new()
    {
        Process = MadeUp.Client,
        Source = "made up",
        TraceId = "0123456789abcdef0123456789abcdef",
        SpanId = id.ToString("x16", null),
        ParentId = "fedcba9876543210",
        Name = "span",
        Start = 1,
        End = 2,
    };
}
