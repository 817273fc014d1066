using System.Text.Json;
using Interleave.Client.Telemetry.Timelines;

namespace Interleave.Client.Tests.Telemetry;

public sealed class ChromeTraceTests
{
    [Fact]
    public void Every_lane_has_a_name_and_every_slice_lies_on_a_named_lane()
    {
        var events = Written();

        var lanes = events.Where(item => Is(item, "M", "thread_name")).Select(Place).ToHashSet();
        var slices = events.Where(item => Is(item, "X")).ToList();

        Assert.NotEmpty(slices);
        Assert.All(slices, slice => Assert.Contains(Place(slice), lanes));
        Assert.All(slices, slice => Assert.True(slice.GetProperty("dur").GetDouble() > 0));
    }

    [Fact]
    public void Every_trial_starts_at_nought_in_processes_of_its_own()
    {
        var events = Written();

        var starts = events.Where(item => Is(item, "X"))
            .GroupBy(slice => slice.GetProperty("pid").GetInt32())
            .Select(process => process.Min(slice => slice.GetProperty("ts").GetDouble()));

        Assert.Equal([0.0, 0.0], starts);
    }

    [Fact]
    public void States_are_told_in_words_and_marks_are_instants()
    {
        var events = Written();

        Assert.Equal(
            ["in mailbox", "ready", "running", "waiting"],
            events.Where(item => Is(item, "X")).Select(slice => slice.GetProperty("cat").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(events, item => Is(item, "i", "start"));
    }

    [Fact]
    public void Speedscope_reads_it_without_a_complaint()
    {
        Assert.Empty(SpeedscopeImport.Complaints(Write(Trial("tasks"), Trial("grains"))));
    }

    [Fact]
    public void Tenths_of_a_microsecond_that_meet_do_not_overlap_once_they_are_added_up()
    {
        var random = new Random(1);
        var (at, slices) = (0L, new List<Slice>());
        while (slices.Count < 3_000)
        {
            var end = at + random.Next(1, 40);
            slices.Add(new Slice((SliceState)(slices.Count % 3), TimeSpan.FromTicks(at), TimeSpan.FromTicks(end), "unit 1", $"step {slices.Count % 2}", ""));
            at = end;
        }

        var timeline = new Timeline("", "io", "two", "tasks", TimeSpan.FromTicks(at), [new Lane(LaneKind.Unit, "unit 1", "worker", 1, null, slices)], []);

        Assert.Empty(SpeedscopeImport.Complaints(Write(timeline)));
        Assert.NotEmpty(SpeedscopeImport.Complaints(JsonSerializer.SerializeToUtf8Bytes(new
        {
            traceEvents = slices.Select(slice =>
                new { ph = "X", pid = 1, tid = 1, ts = slice.Start.TotalMicroseconds, dur = slice.Duration.TotalMicroseconds, name = slice.Name }),
        })));
    }

    [Fact]
    public void Names_say_what_was_done_and_carry_no_ids()
    {
        var names = Written().Where(item => Is(item, "X")).Select(slice => slice.GetProperty("name").GetString()!).Distinct().ToList();

        Assert.Contains("running: compute", names);
        Assert.DoesNotContain(Written(), item => Is(item, "X") && item.TryGetProperty("args", out _));
    }

    private static List<JsonElement> Written() =>
        [.. JsonDocument.Parse(Write(Trial("tasks"), Trial("grains"))).RootElement.GetProperty("traceEvents").EnumerateArray()];

    private static byte[] Write(params Timeline[] timelines)
    {
        using var stream = new MemoryStream();
        ChromeTrace.Write(stream, timelines);
        return stream.ToArray();
    }

    private static Timeline Trial(string model)
    {
        var trial = new MadeUp(100, model);
        var operation = trial.Operation(trial.Unit("unit 1", 0, 100), 0, 0, 100);
        var turn = trial.GrainCall(operation, 10, 100, (15, 40), 95);
        trial.Compute(turn, 45, 95);
        return TimelineBuilder.Build(trial.Trace);
    }

    private static bool Is(JsonElement item, string phase, string? name = null) =>
        item.GetProperty("ph").GetString() == phase && (name is null || item.GetProperty("name").GetString() == name);

    private static (int, int) Place(JsonElement item) => (item.GetProperty("pid").GetInt32(), item.GetProperty("tid").GetInt32());
}
