using System.Text.Json;
using Interleave.Client.Records;
using Interleave.Client.Telemetry.Timelines;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>The traces and the timeline that a run folder keeps.</summary>
internal static class TraceFolder
{
    public const string TracesFile = "traces.otlp.json";
    public const string TimelineFile = "timeline.json";

    public static void Save(string folder, IReadOnlyList<Trace> traces)
    {
        WholeFile.Write(Path.Combine(folder, TracesFile), stream => OtlpJson.Write(stream, traces.SelectMany(trace => trace.Spans)));
        WholeFile.Write(Path.Combine(folder, TimelineFile), stream => ChromeTrace.Write(stream, [.. traces.Select(TimelineBuilder.Build)]));
    }

    /// <summary>The kept traces; none where the folder has no file of them.</summary>
    /// <exception cref="InvalidDataException">The file is there and is not OTLP JSON.</exception>
    public static IReadOnlyList<Trace> Load(string folder)
    {
        var path = Path.Combine(folder, TracesFile);
        if (!File.Exists(path))
        {
            return [];
        }

        var bytes = File.ReadAllBytes(path);
        try
        {
            return OtlpShape.FirstFault(bytes) is { } fault
                ? throw new InvalidDataException($"'{path}' is not OTLP JSON as a run leaves it: {fault}.")
                : Trace.From(OtlpJson.Read(bytes));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"'{path}' is not OTLP JSON: {JsonFault.Describe(exception, bytes)}.", exception);
        }
    }
}
