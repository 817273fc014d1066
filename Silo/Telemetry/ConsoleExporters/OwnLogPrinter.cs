using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Interleave.Silo.Telemetry.ConsoleExporters;

/// <summary>One block of lines a log record.</summary>
internal sealed class OwnLogPrinter(TextWriter output) : BaseExporter<LogRecord>
{
    public override ExportResult Export(in Batch<LogRecord> batch)
    {
        foreach (var record in batch)
        {
            var block = new OwnBlock();
            block.Field("LogRecord.Timestamp", $"{record.Timestamp:yyyy-MM-ddTHH:mm:ss.fffffffZ}");
            if (record.TraceId != default)
            {
                block.Field("LogRecord.TraceId", record.TraceId);
                block.Field("LogRecord.SpanId", record.SpanId);
            }

            block.Field("LogRecord.CategoryName", record.CategoryName);
            block.Field("LogRecord.LogLevel", record.LogLevel);
            block.Field("LogRecord.FormattedMessage", record.FormattedMessage ?? record.Body);
            block.List("LogRecord.Attributes", record.Attributes ?? []);
            if (record.Exception is { } exception)
            {
                block.Field("LogRecord.Exception", exception);
            }

            block.Resource(ParentProvider);
            output.WriteLine(block);
        }

        return ExportResult.Success;
    }
}
