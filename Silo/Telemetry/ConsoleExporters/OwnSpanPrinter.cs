using System.Diagnostics;
using OpenTelemetry;

namespace Interleave.Silo.Telemetry.ConsoleExporters;

/// <summary>One block of lines a span.</summary>
internal sealed class OwnSpanPrinter(TextWriter output) : BaseExporter<Activity>
{
    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (var span in batch)
        {
            var block = new OwnBlock();
            block.Field("Activity.TraceId", span.TraceId);
            block.Field("Activity.SpanId", span.SpanId);
            block.Field("Activity.TraceFlags", span.ActivityTraceFlags);
            if (span.ParentSpanId != default)
            {
                block.Field("Activity.ParentSpanId", span.ParentSpanId);
            }

            block.Field("Activity.DisplayName", span.DisplayName);
            block.Field("Activity.Kind", span.Kind);
            block.Field("Activity.StartTime", $"{span.StartTimeUtc:yyyy-MM-ddTHH:mm:ss.fffffffZ}");
            block.Field("Activity.Duration", span.Duration);
            block.List("Activity.Tags", span.TagObjects);
            if (span.Events.Any())
            {
                block.Line("Activity.Events:");
                foreach (var moment in span.Events)
                {
                    block.Line($"    {moment.Name} [{moment.Timestamp:O}]");
                }
            }

            if (span.Status != ActivityStatusCode.Unset)
            {
                block.Field("StatusCode", span.Status);
                block.Field("Activity.StatusDescription", span.StatusDescription);
            }

            block.Line("Instrumentation scope (ActivitySource):");
            block.Line($"    Name: {span.Source.Name}");
            block.Resource(ParentProvider);
            output.WriteLine(block);
        }

        return ExportResult.Success;
    }
}
