using System.Diagnostics;
using System.Globalization;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>Spans as OTLP writes them in protobuf: one ExportTraceServiceRequest.</summary>
/// <remarks>Field numbers are those of opentelemetry/proto/trace/v1/trace.proto and common/v1/common.proto.</remarks>
internal static class OtlpProtobuf
{
    public static byte[] Encode(IEnumerable<Span> spans)
    {
        var request = new ProtobufMessage();
        foreach (var process in spans.GroupBy(span => span.Process))
        {
            var resourceSpans = new ProtobufMessage().Message(1, Attributes(new ProtobufMessage(), 1, process.Key.ToAttributes()));
            foreach (var source in process.GroupBy(span => span.Source))
            {
                var scopeSpans = new ProtobufMessage().Message(1, new ProtobufMessage().Text(1, source.Key));
                foreach (var span in source)
                {
                    scopeSpans.Message(2, Encode(span));
                }

                resourceSpans.Message(2, scopeSpans);
            }

            request.Message(1, resourceSpans);
        }

        return request.ToArray();
    }

    private static ProtobufMessage Encode(Span span)
    {
        var message = new ProtobufMessage()
            .Bytes(1, Convert.FromHexString(span.TraceId))
            .Bytes(2, Convert.FromHexString(span.SpanId))
            .Bytes(4, Convert.FromHexString(span.ParentId ?? ""))
            .Text(5, span.Name)
            .Number(6, (ulong)span.Kind + 1) // 0 is "unspecified".
            .Fixed64(7, (ulong)span.Start)
            .Fixed64(8, (ulong)span.End);
        Attributes(message, 9, span.Attributes);
        foreach (var moment in span.Events)
        {
            message.Message(11, Attributes(new ProtobufMessage().Fixed64(1, (ulong)moment.Time).Text(2, moment.Name), 3, moment.Attributes));
        }

        foreach (var link in span.Links)
        {
            message.Message(13, new ProtobufMessage().Bytes(1, Convert.FromHexString(link.TraceId)).Bytes(2, Convert.FromHexString(link.SpanId)));
        }

        return span.Status == ActivityStatusCode.Unset
            ? message
            : message.Message(15, new ProtobufMessage().Text(2, span.StatusDescription ?? "").Number(3, (ulong)span.Status));
    }

    private static ProtobufMessage Attributes(ProtobufMessage owner, int field, IReadOnlyDictionary<string, object> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            owner.Message(field, new ProtobufMessage().Text(1, name).Message(2, Value(value)));
        }

        return owner;
    }

    private static ProtobufMessage Value(object value) => value switch
    {
        bool flag => new ProtobufMessage().Number(2, flag ? 1UL : 0UL),
        long number => new ProtobufMessage().Number(3, (ulong)number),
        double number => new ProtobufMessage().Fixed64(4, BitConverter.DoubleToUInt64Bits(number)),
        _ => new ProtobufMessage().Text(1, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}
