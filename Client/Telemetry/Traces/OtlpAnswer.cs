using System.Buffers.Binary;
using System.Net;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>What an endpoint answered to one request.</summary>
/// <param name="Fault">Why it did not take the request; null where it did.</param>
/// <param name="IsRetryable">Whether the same request may be taken later.</param>
/// <param name="RetryAfter">When it asks to be tried again.</param>
/// <param name="Rejected">How many spans of a request that it took it has thrown away.</param>
/// <param name="Message">What it says about those, or about anything else.</param>
/// <remarks>OpenTelemetry protocol, "Failures", for gRPC and for HTTP.</remarks>
internal sealed record OtlpAnswer(string? Fault, bool IsRetryable, TimeSpan? RetryAfter, long Rejected, string? Message)
{
    private const int FrameHeader = 5;
    private const string ResourceExhausted = "8";

    /// <summary>CANCELLED, DEADLINE_EXCEEDED, ABORTED, OUT_OF_RANGE, UNAVAILABLE, DATA_LOSS.</summary>
    private static readonly string[] RetryableStatuses = ["1", "4", "10", "11", "14", "15"];

    public static OtlpAnswer OfHttp(HttpResponseMessage response, ReadOnlyMemory<byte> body, TimeProvider time)
    {
        if (response.IsSuccessStatusCode)
        {
            return Taken(body);
        }

        var retryAfter = response.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - time.GetUtcNow() : null;
        var isRetryable = response.StatusCode
            is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
        // The body of a refusal is a google.rpc.Status: its message is field 2.
        var said = response.Content.Headers.ContentType?.MediaType == "application/x-protobuf" ? Text(body, 2) : "";
        var fault = $"HTTP status {(int)response.StatusCode} ({response.ReasonPhrase}){(said == "" ? "" : ": " + said)}";
        return new OtlpAnswer(fault, isRetryable, retryAfter, 0, null);
    }

    /// <remarks>gRPC tells of failures in a trailer, or in a header when that is all it answers.</remarks>
    public static OtlpAnswer OfGrpc(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        if (!response.IsSuccessStatusCode)
        {
            return new OtlpAnswer($"HTTP status {(int)response.StatusCode} ({response.ReasonPhrase}) instead of an answer in gRPC", false, null, 0, null);
        }

        var status = Header(response, "grpc-status");
        if (status is null or "0")
        {
            return body.Length >= FrameHeader ? Taken(Unframed(body)) : Taken(default);
        }

        var retryAfter = RetryDelay(Header(response, "grpc-status-details-bin"));
        var isRetryable = RetryableStatuses.Contains(status) || (status == ResourceExhausted && retryAfter is not null);
        return new OtlpAnswer($"gRPC status {status}: {Uri.UnescapeDataString(Header(response, "grpc-message") ?? "")}", isRetryable, retryAfter, 0, null);
    }

    /// <summary>The frame of gRPC is a flag, the length and the message.</summary>
    private static ReadOnlyMemory<byte> Unframed(ReadOnlyMemory<byte> frame) =>
        frame.Slice(FrameHeader, (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(frame.Span[1..]), frame.Length - FrameHeader));

    /// <remarks>ExportTraceServiceResponse.partial_success = 1; its rejected_spans = 1, error_message = 2.</remarks>
    private static OtlpAnswer Taken(ReadOnlyMemory<byte> body)
    {
        var partial = ProtobufField.In(body).LastOrDefault(field => field.Number == 1).Bytes;
        var rejected = (long)ProtobufField.In(partial).LastOrDefault(field => field.Number == 1).Value;
        return new OtlpAnswer(null, false, null, rejected, Text(partial, 2) is { Length: > 0 } message ? message : null);
    }

    /// <remarks>google.rpc.Status.details = 3; Any.type_url = 1, value = 2; RetryInfo.retry_delay = 1; Duration.seconds = 1, nanos = 2.</remarks>
    private static TimeSpan? RetryDelay(string? details)
    {
        var bytes = new byte[details?.Length ?? 0];
        // In headers, gRPC leaves out the padding.
        if (details is null || !Convert.TryFromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '='), bytes, out var length))
        {
            return null;
        }

        foreach (var detail in ProtobufField.In(bytes.AsMemory(0, length)).Where(field => field.Number == 3 && IsRetryInfo(field.Bytes)))
        {
            var info = ProtobufField.In(detail.Bytes).LastOrDefault(field => field.Number == 2).Bytes;
            var delay = ProtobufField.In(ProtobufField.In(info).LastOrDefault(field => field.Number == 1).Bytes).ToList();
            return TimeSpan.FromSeconds(delay.LastOrDefault(field => field.Number == 1).Value + (delay.LastOrDefault(field => field.Number == 2).Value / 1e9));
        }

        return null;
    }

    private static bool IsRetryInfo(ReadOnlyMemory<byte> any) => Text(any, 1).EndsWith("google.rpc.RetryInfo", StringComparison.Ordinal);

    private static string Text(ReadOnlyMemory<byte> message, int field) => ProtobufField.In(message).LastOrDefault(found => found.Number == field).Text;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? values.First() : null;
}
