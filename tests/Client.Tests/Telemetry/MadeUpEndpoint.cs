using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Interleave.Client.Tests.Telemetry;

/// <summary>Answers requests in the order of what it was given, and takes all that come after; an answer that is null never comes.</summary>
internal sealed class MadeUpEndpoint : HttpMessageHandler
{
    public Queue<Func<HttpResponseMessage?>> Answers { get; } = new();

    public List<(string Path, byte[] Body)> Requests { get; } = [];

    public HttpRequestHeaders? Headers { get; private set; }

    public static HttpResponseMessage Http(HttpStatusCode status, IMessage? message = null, byte[]? bytes = null)
    {
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(bytes ?? message?.ToByteArray() ?? []) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        return response;
    }

    public static HttpResponseMessage Grpc(string status, string text = "", IMessage? message = null, string? details = null)
    {
        var bytes = message?.ToByteArray() ?? [];
        byte[] frame = status == "0" ? [0, 0, 0, 0, (byte)bytes.Length, .. bytes] : [];
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(frame) };
        response.TrailingHeaders.TryAddWithoutValidation("grpc-status", status);
        response.TrailingHeaders.TryAddWithoutValidation("grpc-message", text);
        if (details is not null)
        {
            response.TrailingHeaders.TryAddWithoutValidation("grpc-status-details-bin", details);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request.RequestUri!.ToString(), await request.Content!.ReadAsByteArrayAsync(cancellationToken))); // The sender's requests have both.
        Headers = request.Headers;
        if (!Answers.TryDequeue(out var answer))
        {
            return request.Content.Headers.ContentType!.MediaType == "application/grpc" ? Grpc("0") : Http(HttpStatusCode.OK);
        }

        if (answer() is { } response)
        {
            return response;
        }

        await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        throw new OperationCanceledException(cancellationToken);
    }
}
