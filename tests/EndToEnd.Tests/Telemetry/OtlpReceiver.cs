using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>Takes OTLP as a collector does, over HTTP with protobuf and over gRPC, and reads it by field number.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        _server = builder.Build();
        _server.Run(TakeAsync);
    }

    public ConcurrentQueue<ReceivedSpan> Spans { get; } = new();

    public ConcurrentQueue<ReceivedMetric> Metrics { get; } = new();

    public ConcurrentQueue<ReceivedLog> Logs { get; } = new();

    public string HttpEndpoint => _server.Urls.First();

    public string GrpcEndpoint => _server.Urls.Last();

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver._server.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var isGrpc = context.Request.ContentType == "application/grpc";
        var message = isGrpc ? Unframed(body.ToArray()) : body.ToArray();
        switch (context.Request.Path.Value)
        {
            case "/v1/traces" or "/opentelemetry.proto.collector.trace.v1.TraceService/Export":
                TakeSpans(message);
                break;
            case "/v1/metrics" or "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export":
                TakeMetrics(message);
                break;
            case "/v1/logs" or "/opentelemetry.proto.collector.logs.v1.LogsService/Export":
                TakeLogs(message);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
        }

        context.Response.ContentType = isGrpc ? "application/grpc" : "application/x-protobuf";
        if (isGrpc)
        {
            await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted); // An empty message, framed.
            context.Response.AppendTrailer("grpc-status", "0");
        }
    }

    /// <summary>A byte that says whether it is compressed, four of length, and the message.</summary>
    private static ReadOnlyMemory<byte> Unframed(byte[] frame)
    {
        Assert.Equal(0, frame[0]);
        Assert.Equal(frame.Length - 5, BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(1)));
        return frame.AsMemory(5);
    }

    /// <remarks>trace/v1: TracesData.resource_spans = 1; ResourceSpans.resource = 1, scope_spans = 2; ScopeSpans.scope = 1, spans = 2.</remarks>
    private void TakeSpans(ReadOnlyMemory<byte> message)
    {
        foreach (var (resource, scope) in Scopes(message))
        {
            var source = scope[1].Single()[1].Single().Text;
            foreach (var span in scope[2])
            {
                Spans.Enqueue(new ReceivedSpan(
                    resource, source, span[1].Single().Hex, span[2].Single().Hex, span[4].SingleOrDefault()?.Hex ?? "", span[5].Single().Text,
                    span[6].Single().Value));
            }
        }
    }

    /// <remarks>
    /// metrics/v1: Metric.name = 1, unit = 3, histogram = 9; Histogram.data_points = 1; HistogramDataPoint.exemplars = 8; Exemplar.trace_id = 5.
    /// </remarks>
    private void TakeMetrics(ReadOnlyMemory<byte> message)
    {
        foreach (var (resource, scope) in Scopes(message))
        {
            foreach (var metric in scope[2])
            {
                var exemplars = metric[9].SelectMany(histogram => histogram[1]).SelectMany(point => point[8]).SelectMany(exemplar => exemplar[5]);
                Metrics.Enqueue(
                    new ReceivedMetric(resource, metric[1].Single().Text, metric[3].SingleOrDefault()?.Text ?? "", [.. exemplars.Select(id => id.Hex)]));
            }
        }
    }

    /// <remarks>logs/v1: LogRecord.body = 5, trace_id = 9.</remarks>
    private void TakeLogs(ReadOnlyMemory<byte> message)
    {
        foreach (var (resource, scope) in Scopes(message))
        {
            foreach (var log in scope[2])
            {
                Logs.Enqueue(new ReceivedLog(resource, log[5].Single()[1].Single().Text, log[9].SingleOrDefault()?.Hex ?? ""));
            }
        }
    }

    /// <summary>All three signals come by resource and scope, under the same field numbers.</summary>
    private static IEnumerable<(ReceivedResource Resource, ProtobufField Scope)> Scopes(ReadOnlyMemory<byte> message) =>
        from resourceItems in ProtobufField.All(message)
        where resourceItems.Number == 1
        let resource = ReceivedResource.Of(resourceItems[1].Single())
        from scope in resourceItems[2]
        select (resource, scope);
}
