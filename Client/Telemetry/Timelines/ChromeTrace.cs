using System.Text.Json;

namespace Interleave.Client.Telemetry.Timelines;

/// <summary>Timelines in the trace event format that Perfetto and Chrome's tracing page open.</summary>
/// <remarks>
/// Every trial starts at 0, so that the models lie below each other on one axis. A "process" there is one process of one trial; its threads are
/// the lanes. Format: "Trace Event Format", docs of the Chromium project; times are whole microseconds, as viewers add them up and fractions
/// would overlap after rounding. A slice has no arguments: some viewers make them part of its name.
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
                WriteName(
                    json, "process_name", process, 0,
                    $"{timeline.Scenario} {timeline.Variant} · {timeline.Model} · {lanes.Key.Process} {lanes.Key.ProcessId}");
                WriteOrder(json, process);
                var number = 0;
                foreach (var lane in lanes)
                {
                    number++;
                    places.TryAdd(lane.Name, (process, number));
                    WriteName(json, "thread_name", process, number, lane.Name);
                    foreach (var slice in Whole(lane))
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

    /// <summary>The slices of a lane in whole microseconds; those that then take no time are left out, and alike neighbours are one.</summary>
    private static List<WholeSlice> Whole(Lane lane)
    {
        var slices = new List<WholeSlice>();
        foreach (var slice in lane.Slices)
        {
            var name = $"{Word(slice.State)}: {(lane.Kind == LaneKind.Unit ? slice.Name : slice.Unit)}";
            var (start, end) = ((long)slice.Start.TotalMicroseconds, (long)slice.End.TotalMicroseconds);
            if (slices is [.., var last] && last.Name == name && last.End >= start)
            {
                slices[^1] = last with { End = Math.Max(last.End, end) };
            }
            else if (end > start)
            {
                slices.Add(new WholeSlice(slice.State, name, start, end));
            }
        }

        return slices;
    }

    private static void WriteSlice(Utf8JsonWriter json, WholeSlice slice, int process, int lane)
    {
        json.WriteStartObject();
        json.WriteString("ph", "X");
        json.WriteNumber("pid", process);
        json.WriteNumber("tid", lane);
        json.WriteNumber("ts", slice.Start);
        json.WriteNumber("dur", slice.End - slice.Start);
        json.WriteString("name", slice.Name);
        json.WriteString("cat", Word(slice.State));
        json.WriteString("cname", Colour(slice.State));
        json.WriteEndObject();
    }

    private static void WriteMark(Utf8JsonWriter json, Mark mark, int process, int lane)
    {
        json.WriteStartObject();
        json.WriteString("ph", "i");
        json.WriteString("s", "t");
        json.WriteNumber("pid", process);
        json.WriteNumber("tid", lane);
        json.WriteNumber("ts", (long)mark.At.TotalMicroseconds);
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

    /// <param name="Start">In microseconds since the trial began, as the end.</param>
    private sealed record WholeSlice(SliceState State, string Name, long Start, long End);
}
