using System.Text.Json;

namespace Interleave.Client.Tests.Telemetry;

/// <summary>Reads trace events as speedscope 1.25 does (its <c>import/trace-event</c>), and collects what it would complain about.</summary>
/// <remarks>
/// Each pair of process and thread is a profile. Complete events become a begin and an end at <c>ts + dur</c>, added up as doubles; begins and ends
/// are merged by time, and an end must close the frame on the top of the stack, by name and by key, which is the name with the arguments.
/// </remarks>
internal static class SpeedscopeImport
{
    public static IReadOnlyList<string> Complaints(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.GetProperty("traceEvents").EnumerateArray()
                .Where(item => item.GetProperty("ph").GetString() is "B" or "E" or "X")
                .GroupBy(item => (item.GetProperty("pid").GetInt32(), item.GetProperty("tid").GetInt32()))
                .SelectMany(profile => Complaints([.. profile.Select(Event.Of)])),
        ];
    }

    private static List<string> Complaints(IReadOnlyList<Event> events)
    {
        var from = events.Min(item => item.Time);
        var shifted = events.Select(item => item with { Time = item.Time - from }).ToList();
        var complete = shifted.Where(item => item.Phase == "X").OrderBy(item => item.Time).ThenByDescending(item => item.Duration).ToList();
        var begins = shifted.Where(item => item.Phase == "B").Concat(complete).OrderBy(item => item.Time).ToList();
        var ends = shifted.Where(item => item.Phase == "E")
            .Concat(complete.Select(item => item with { Time = item.Time + item.Duration }))
            .OrderBy(item => item.Time)
            .ToList();
        var (complaints, stack) = (new List<string>(), new Stack<Event>());
        while (begins.Count > 0 || ends.Count > 0)
        {
            if (ends.Count == 0 || (begins.Count > 0 && BeginsFirst(begins[0], ends[0])))
            {
                stack.Push(begins[0]);
                begins.RemoveAt(0);
                continue;
            }

            if (stack.TryPeek(out var top) && Matching(ends, top) is var match and > 0)
            {
                (ends[0], ends[match]) = (ends[match], ends[0]);
            }

            End(ends[0], stack, complaints);
            ends.RemoveAt(0);
        }

        complaints.AddRange(stack.Select(open => $"'{open.Key}' was still open at the end"));
        return complaints;
    }

    private static bool BeginsFirst(Event begin, Event end) => begin.Time < end.Time || (begin.Time == end.Time && begin.Key == end.Key);

    /// <summary>Among the ends at the same moment, the one of the frame on the top: by its key, else by its name.</summary>
    private static int Matching(List<Event> ends, Event top)
    {
        var atOnce = ends.Skip(1).TakeWhile(end => end.Time <= ends[0].Time).ToList();
        var byKey = atOnce.FindIndex(end => end.Key == top.Key);
        return (byKey >= 0 ? byKey : atOnce.FindIndex(end => end.Name == top.Name)) + 1;
    }

    private static void End(Event end, Stack<Event> stack, List<string> complaints)
    {
        if (!stack.TryPeek(out var top))
        {
            complaints.Add($"ts={end.Time}: '{end.Key}' ended, but the stack was empty");
            return;
        }

        if (end.Name != top.Name)
        {
            complaints.Add($"ts={end.Time}: '{end.Key}' ended, when '{top.Key}' was on the top of the stack");
            return;
        }

        if (end.Key != top.Key)
        {
            complaints.Add($"ts={end.Time}: '{top.Key}' ended instead of '{end.Key}'");
        }

        stack.Pop();
    }

    private sealed record Event(string Phase, string Name, string Key, double Time, double Duration)
    {
        public static Event Of(JsonElement item)
        {
            var name = item.GetProperty("name").GetString() ?? "";
            return new Event(
                item.GetProperty("ph").GetString() ?? "",
                name,
                item.TryGetProperty("args", out var arguments) ? $"{name} {arguments.GetRawText()}" : name,
                item.GetProperty("ts").GetDouble(),
                item.TryGetProperty("dur", out var duration) ? duration.GetDouble() : 0);
        }
    }
}
