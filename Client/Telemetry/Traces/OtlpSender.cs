using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>Sends kept spans to an OTLP endpoint: over gRPC at its usual port 4317, else as HTTP with protobuf.</summary>
/// <remarks>OTEL_EXPORTER_OTLP_PROTOCOL (grpc, http/protobuf) overrides, and OTEL_EXPORTER_OTLP_HEADERS is sent along.</remarks>
internal sealed class OtlpSender : IDisposable
{
    private const int GrpcPort = 4317;
    private const int SpansARequest = 500;
    private const string GrpcMethod = "opentelemetry.proto.collector.trace.v1.TraceService/Export";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Uri _endpoint;
    private readonly bool _grpc;

    public OtlpSender(Uri endpoint)
    {
        _grpc = Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL") switch
        {
            "grpc" => true,
            "http/protobuf" => false,
            _ => endpoint.Port == GrpcPort,
        };
        _endpoint = _grpc ? new Uri(endpoint, GrpcMethod) : endpoint.AbsolutePath == "/" ? new Uri(endpoint, "v1/traces") : endpoint;
        foreach (var header in (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_HEADERS") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (header.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value])
            {
                _http.DefaultRequestHeaders.TryAddWithoutValidation(name, Uri.UnescapeDataString(value));
            }
        }
    }

    /// <exception cref="HttpRequestException">Nobody answers there, or the answer is a refusal.</exception>
    public async Task SendAsync(IEnumerable<Span> spans, CancellationToken cancellation)
    {
        foreach (var batch in spans.Chunk(SpansARequest))
        {
            using var request = Request(OtlpProtobuf.Encode(batch));
            using var response = await _http.SendAsync(request, cancellation);
            response.EnsureSuccessStatusCode();
            if (_grpc && GrpcFault(response) is { } fault)
            {
                throw new HttpRequestException(fault);
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(byte[] message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = new ByteArrayContent(_grpc ? Framed(message) : message) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(_grpc ? "application/grpc" : "application/x-protobuf");
        if (_grpc)
        {
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact; // Without TLS nothing is negotiated: HTTP/2 from the first byte.
            request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        }

        return request;
    }

    /// <summary>As gRPC frames a message: a byte that says "not compressed", its length in four, then the message.</summary>
    private static byte[] Framed(byte[] message)
    {
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    /// <summary>gRPC tells of failures in a trailer, or in a header when that is all it answers.</summary>
    private static string? GrpcFault(HttpResponseMessage response)
    {
        string? Value(string name) =>
            response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? values.First() : null;
        return Value("grpc-status") is { } status and not "0" ? $"gRPC status {status}: {Value("grpc-message")}" : null;
    }
}
