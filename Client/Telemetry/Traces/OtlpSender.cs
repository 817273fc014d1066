using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>Sends kept spans to an OTLP endpoint: over gRPC at its usual port 4317, else as HTTP with protobuf, unless a variable says which.</summary>
internal sealed class OtlpSender : IDisposable
{
    private const int GrpcPort = 4317;
    private const int SpansARequest = 500;
    private const int Attempts = 5;
    private const string GrpcMethod = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>An endpoint that asks for a longer pause than this is given up: somebody waits at the terminal.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly bool _isGrpc;
    private readonly bool _isCompressed;

    /// <param name="asked">Where to; null where the variables say it, or else where endpoints usually are.</param>
    /// <param name="variables">Those for traces.</param>
    /// <param name="handler">Carries the requests.</param>
    /// <param name="time">Measures timeouts and pauses.</param>
    public OtlpSender(Uri? asked, OtlpVariables variables, HttpMessageHandler handler, TimeProvider time)
    {
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _time = time;
        _timeout = variables.Timeout;
        _isCompressed = variables.IsCompressed;
        var named = asked ?? variables.OwnEndpoint ?? variables.SharedEndpoint;
        _isGrpc = variables.Protocol is { } protocol ? protocol == OtlpProtocol.Grpc : named is null || named.Port == GrpcPort;
        Endpoint = _isGrpc ? new Uri(named ?? new Uri($"http://localhost:{GrpcPort}"), GrpcMethod)
            : asked is not null ? (asked.AbsolutePath == "/" ? new Uri(asked, "v1/traces") : asked)
            : variables.OwnEndpoint ?? new Uri($"{(variables.SharedEndpoint ?? new Uri("http://localhost:4318")).ToString().TrimEnd('/')}/v1/traces");
        foreach (var (name, value) in variables.Headers)
        {
            _http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }
    }

    public Uri Endpoint { get; }

    /// <returns>What the endpoint said of spans that it took and threw away; empty where it kept all.</returns>
    /// <exception cref="HttpRequestException">Nobody answers there, or the answer is a refusal.</exception>
    public async Task<OtlpRejections> SendAsync(IEnumerable<Span> spans, CancellationToken cancellation)
    {
        var rejections = OtlpRejections.None;
        foreach (var batch in spans.Chunk(SpansARequest))
        {
            rejections = rejections.With(await SendAsync(OtlpProtobuf.Encode(batch), cancellation));
        }

        return rejections;
    }

    public void Dispose() => _http.Dispose();

    private async Task<OtlpAnswer> SendAsync(byte[] message, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await AskAsync(message, cancellation);
            if (answer.Fault is null)
            {
                return answer;
            }

            var pause = answer.RetryAfter ?? FirstPause * Math.Pow(2, attempt - 1);
            if (!answer.IsRetryable || attempt == Attempts || pause > LongestPause)
            {
                throw new HttpRequestException(attempt == 1 ? answer.Fault : $"{answer.Fault}, after {attempt} attempts");
            }

            await Task.Delay(pause < TimeSpan.Zero ? TimeSpan.Zero : pause, _time, cancellation);
        }
    }

    private async Task<OtlpAnswer> AskAsync(byte[] message, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var request = Request(message);
            using var response = await _http.SendAsync(request, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return _isGrpc ? OtlpAnswer.OfGrpc(response, body) : OtlpAnswer.OfHttp(response, body, _time);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException($"no answer within {_timeout.TotalSeconds:0.###} s");
        }
    }

    private HttpRequestMessage Request(byte[] message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = new ByteArrayContent(Body(message)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(_isGrpc ? "application/grpc" : "application/x-protobuf");
        if (_isGrpc)
        {
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact; // Without TLS nothing is negotiated: HTTP/2 from the first byte.
            request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
            if (_isCompressed)
            {
                request.Headers.Add("grpc-encoding", "gzip");
            }
        }
        else if (_isCompressed)
        {
            request.Content.Headers.ContentEncoding.Add("gzip");
        }

        return request;
    }

    private byte[] Body(byte[] message)
    {
        var body = _isCompressed ? Compressed(message) : message;
        return _isGrpc ? Framed(body, _isCompressed) : body;
    }

    private static byte[] Compressed(byte[] message)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(message);
        }

        return compressed.ToArray();
    }

    /// <summary>As gRPC frames a message: a byte that says whether it is compressed, its length in four, then the message.</summary>
    private static byte[] Framed(byte[] message, bool isCompressed)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }
}
