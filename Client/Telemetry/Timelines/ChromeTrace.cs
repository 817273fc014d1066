using System.Text.Json;

namespace Interleave.Client.Telemetry.Timelines;

/// <summary>Timelines in the trace event format that Perfetto and Chrome's tracing page open.</summary>
/// <remarks>
/// Every trial starts at 0, so that the models lie below each other on one axis. A "process" there is one process of one trial; its threads are
/// the lanes. Format: "Trace Event Format", docs of the Chromium project; times are microseconds.
/// </remarks>
internal static class ChromeTrace
{
    public static void Write(Stream stream, IReadOnlyList<Timeline> timelines)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ms");
        json.WriteStartArray("traceEvents");
        var process = 0;
        foreach (var timeline in timelines)
        {
            var places = new Dictionary<string, (int Process, int Lane)>();
            foreach (var lanes in timeline.Lanes.GroupBy(lane => (lane.Process, lane.ProcessId)))
            {
                process++;
                WriteName(json, "process_name", process, 0, $"{timeline.Scenario} {timeline.Variant} · {timeline.Model} · {lanes.Key.Process} {lanes.Key.ProcessId}");
                WriteOrder(json, process);
                var number = 0;
                foreach (var lane in lanes)
                {
                    number++;
                    places.TryAdd(lane.Name, (process, number));
                    WriteName(json, "thread_name", process, number, lane.Name);
                    foreach (var slice in lane.Slices)
                    {
                        WriteSlice(json, slice, process, number);
                    }
                }
            }

            foreach (var mark in timeline.Marks)
            {
                if (places.TryGetValue(mark.Lane, out var place))
                {
                    WriteMark(json, mark, place.Process, place.Lane);
                }
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSlice(Utf8JsonWriter json, Slice slice, int process, int lane)
    {
        json.WriteStartObject();
        json.WriteString("ph", "X");
        json.WriteNumber("pid", process);
        json.WriteNumber("tid", lane);
        json.WriteNumber("ts", slice.Start.TotalMicroseconds);
        json.WriteNumber("dur", slice.Duration.TotalMicroseconds);
        json.WriteString("name", slice.Unit);
        json.WriteString("cat", Word(slice.State));
        json.WriteString("cname", Colour(slice.State));
        json.WriteStartObject("args");
        json.WriteString("state", Word(slice.State));
        json.WriteString("span", slice.Name);
        json.WriteString("spanId", slice.SpanId);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMark(Utf8JsonWriter json, Mark mark, int process, int lane)
    {
        json.WriteStartObject();
        json.WriteString("ph", "i");
        json.WriteString("s", "t");
        json.WriteNumber("pid", process);
        json.WriteNumber("tid", lane);
        json.WriteNumber("ts", mark.At.TotalMicroseconds);
        json.WriteString("name", mark.Kind.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, string what, int process, int lane, string name)
    {
        json.WriteStartObject();
        json.WriteString("ph", "M");
        json.WriteString("name", what);
        json.WriteNumber("pid", process);
        json.WriteNumber("tid", lane);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteOrder(Utf8JsonWriter json, int process)
    {
        json.WriteStartObject();
        json.WriteString("ph", "M");
        json.WriteString("name", "process_sort_index");
        json.WriteNumber("pid", process);
        json.WriteStartObject("args");
        json.WriteNumber("sort_index", process);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Word(SliceState state) => state == SliceState.InMailbox ? "in mailbox" : state.ToString().ToLowerInvariant();

    /// <summary>Names from the colour table that the viewers of this format share for the states of threads.</summary>
    private static string Colour(SliceState state) => state switch
    {
        SliceState.Running => "thread_state_running",
        SliceState.Ready => "thread_state_runnable",
        SliceState.Waiting => "thread_state_sleeping",
        _ => "thread_state_iowait",
    };
}
