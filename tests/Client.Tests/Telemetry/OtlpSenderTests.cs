using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Interleave.Client.Telemetry.Traces;
using Interleave.Silo.Telemetry;
using OpenTelemetry.Proto.Collector.Trace.V1;

namespace Interleave.Client.Tests.Telemetry;

public sealed class OtlpSenderTests : IDisposable
{
    private readonly Dictionary<string, string> _environment = [];
    private readonly MadeUpEndpoint _endpoint = new();
    private readonly PauselessTime _time = new();

    public void Dispose() => _endpoint.Dispose();

    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task What_is_sent_is_one_whole_request(string protocol)
    {
        _environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol;

        var rejections = await SendAsync("http://here:1");

        Assert.True(rejections.IsEmpty);
        var (path, body) = Assert.Single(_endpoint.Requests);
        Assert.Equal(protocol == "grpc" ? "http://here:1/opentelemetry.proto.collector.trace.v1.TraceService/Export" : "http://here:1/v1/traces", path);
        Assert.Equal(3, Request(body, protocol).ResourceSpans.Sum(process => process.ScopeSpans.Sum(scope => scope.Spans.Count)));
    }

    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task Spans_that_the_endpoint_throws_away_are_told_with_its_reason(string protocol)
    {
        _environment["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"] = protocol;
        var partial = new ExportTraceServiceResponse { PartialSuccess = new ExportTracePartialSuccess { RejectedSpans = 2, ErrorMessage = "too old" } };
        _endpoint.Answers.Enqueue(() => protocol == "grpc" ? MadeUpEndpoint.Grpc("0", message: partial) : MadeUpEndpoint.Http(HttpStatusCode.OK, partial));

        var rejections = await SendAsync("http://here:1");

        Assert.Single(_endpoint.Requests); // What was taken in part must not be sent again.
        Assert.Equal("The endpoint threw away 2 of these spans: too old", rejections.ToString());
    }

    [Fact]
    public async Task A_warning_of_an_endpoint_that_took_all_is_told()
    {
        var partial = new ExportTraceServiceResponse { PartialSuccess = new ExportTracePartialSuccess { ErrorMessage = "slow down" } };
        _endpoint.Answers.Enqueue(() => MadeUpEndpoint.Http(HttpStatusCode.OK, partial));

        Assert.Equal("The endpoint took all spans and warns: slow down", (await SendAsync("http://here:1")).ToString());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task An_endpoint_that_is_busy_is_tried_again(int status)
    {
        _endpoint.Answers.Enqueue(() => MadeUpEndpoint.Http((HttpStatusCode)status));
        _endpoint.Answers.Enqueue(() => MadeUpEndpoint.Http((HttpStatusCode)status));

        Assert.True((await SendAsync("http://here:1")).IsEmpty);
        Assert.Equal(3, _endpoint.Requests.Count);
    }

    [Theory]
    [InlineData("1", 3)]
    [InlineData("4", 3)]
    [InlineData("10", 3)]
    [InlineData("11", 3)]
    [InlineData("14", 3)]
    [InlineData("15", 3)]
    [InlineData("3", 1)]
    [InlineData("7", 1)]
    [InlineData("8", 1)]
    [InlineData("16", 1)]
    public async Task Of_the_statuses_of_gRPC_those_that_pass_are_tried_again(string status, int requests)
    {
        _endpoint.Answers.Enqueue(() => MadeUpEndpoint.Grpc(status, "not%20now"));
        _endpoint.Answers.Enqueue(() => MadeUpEndpoint.Grpc(status, "not%20now"));

        var fault = await Record.ExceptionAsync(() => SendAsync("http://here:4317"));

        Assert.Equal(requests, _endpoint.Requests.Count);
        Assert.Equal(requests == 1 ? $"gRPC status {status}: not now" : null, fault?.Message);
    }

    [Fact]
    public async Task An_endpoint_that_is_exhausted_and_says_until_when_is_tried_again()
    {
        // google.rpc.Status { details: [ Any { type_url, RetryInfo { retry_delay: 2 s } } ] }
        byte[] duration = [0x08, 2];
        byte[] info = [0x0A, (byte)duration.Length, .. duration];
        byte[] url = [.. "type.googleapis.com/google.rpc.RetryInfo"u8];
        byte[] any = [0x0A, (byte)url.Length, .. url, 0x12, (byte)info.Length, .. info];
        byte[] status = [0x1A, (byte)any.Length, .. any];
        _endpoint.Answers.Enqueue(() => MadeUpEndpoint.Grpc("8", "full", details: Convert.ToBase64String(status).TrimEnd('=')));

        Assert.True((await SendAsync("http://here:4317")).IsEmpty);
        Assert.Equal(2, _endpoint.Requests.Count);
        Assert.Equal([TimeSpan.FromSeconds(2)], _time.Pauses);
    }

    [Fact]
    public async Task An_endpoint_that_stays_busy_is_given_up_after_five_attempts()
    {
        for (var i = 0; i < 9; i++)
        {
            _endpoint.Answers.Enqueue(() => MadeUpEndpoint.Http(HttpStatusCode.ServiceUnavailable));
        }

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("http://here:1"));

        Assert.Equal("HTTP status 503 (Service Unavailable), after 5 attempts", fault.Message);
        Assert.Equal(5, _endpoint.Requests.Count);
        Assert.Equal([0.5, 1, 2, 4], _time.Pauses.Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task An_endpoint_that_asks_for_more_patience_than_anybody_has_is_given_up()
    {
        _endpoint.Answers.Enqueue(() =>
        {
            var busy = MadeUpEndpoint.Http(HttpStatusCode.TooManyRequests);
            busy.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(1));
            return busy;
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("http://here:1"));
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task A_refusal_is_not_repeated_and_gives_its_reason()
    {
        // google.rpc.Status { code: 3, message: "no such tenant" }
        byte[] message = [.. "no such tenant"u8];
        _endpoint.Answers.Enqueue(() => MadeUpEndpoint.Http(HttpStatusCode.BadRequest, bytes: [0x08, 3, 0x12, (byte)message.Length, .. message]));

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("http://here:1"));

        Assert.Equal("HTTP status 400 (Bad Request): no such tenant", fault.Message);
        Assert.Single(_endpoint.Requests);
    }

    [Fact]
    public async Task An_endpoint_that_never_answers_is_given_up_after_the_timeout_of_the_variables()
    {
        _environment["OTEL_EXPORTER_OTLP_TIMEOUT"] = "5000";
        _environment["OTEL_EXPORTER_OTLP_TRACES_TIMEOUT"] = "250";
        _endpoint.Answers.Enqueue(() => null);

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("http://here:1"));

        Assert.Equal("no answer within 0.25 s", fault.Message);
    }

    [Theory]
    [InlineData(null, null, null, "http://localhost:4317/opentelemetry.proto.collector.trace.v1.TraceService/Export")]
    [InlineData("http/protobuf", null, null, "http://localhost:4318/v1/traces")]
    [InlineData("http/protobuf", "http://all:1/otlp/", null, "http://all:1/otlp/v1/traces")]
    [InlineData("http/protobuf", "http://all:1", "http://own:2/as/it/is", "http://own:2/as/it/is")]
    [InlineData("grpc", "http://all:1", "http://own:2", "http://own:2/opentelemetry.proto.collector.trace.v1.TraceService/Export")]
    [InlineData(null, "http://all:4318", null, "http://all:4318/v1/traces")]
    public void Without_an_address_the_variables_say_where_to(string? protocol, string? shared, string? own, string expected)
    {
        Set("OTEL_EXPORTER_OTLP_PROTOCOL", protocol);
        Set("OTEL_EXPORTER_OTLP_ENDPOINT", shared);
        Set("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", own);

        using var sender = Sender(null);

        Assert.Equal(expected, sender.Endpoint.ToString());
    }

    [Fact]
    public async Task The_headers_of_the_signal_go_along_instead_of_those_of_all_signals()
    {
        _environment["OTEL_EXPORTER_OTLP_HEADERS"] = "key=all,other=1";
        _environment["OTEL_EXPORTER_OTLP_TRACES_HEADERS"] = "key=a%20b, tenant=x=y";

        await SendAsync("http://here:1");

        Assert.Equal(["a b"], _endpoint.Headers!.GetValues("key"));
        Assert.Equal(["x=y"], _endpoint.Headers!.GetValues("tenant"));
        Assert.False(_endpoint.Headers!.Contains("other"));
    }

    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task Requests_are_compressed_where_that_is_asked_for(string protocol)
    {
        _environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol;
        _environment["OTEL_EXPORTER_OTLP_TRACES_COMPRESSION"] = "gzip";

        await SendAsync("http://here:1");

        var body = _endpoint.Requests.Single().Body;
        var compressed = protocol == "grpc" ? body[5..] : body;
        Assert.Equal(protocol == "grpc" ? 1 : compressed[0], body[0]);
        using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var message = new MemoryStream();
        await gzip.CopyToAsync(message);
        Assert.NotEmpty(ExportTraceServiceRequest.Parser.ParseFrom(message.ToArray()).ResourceSpans);
    }

    private static ExportTraceServiceRequest Request(byte[] body, string protocol)
    {
        if (protocol == "grpc")
        {
            Assert.Equal(body.Length - 5, BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(1)));
        }

        return ExportTraceServiceRequest.Parser.ParseFrom(protocol == "grpc" ? body[5..] : body);
    }

    private async Task<OtlpRejections> SendAsync(string to)
    {
        var trial = new MadeUp(10);
        trial.Operation(trial.Unit("unit 1", 0, 10), 1, 1, 9);
        using var sender = Sender(new Uri(to));
        return await sender.SendAsync(trial.Trace.Spans, CancellationToken.None);
    }

    private OtlpSender Sender(Uri? to) => new(to, new OtlpVariables("TRACES", name => _environment.GetValueOrDefault(name)), _endpoint, _time);

    private void Set(string name, string? value)
    {
        if (value is not null)
        {
            _environment[name] = value;
        }
    }
}
