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

        var starts = events.Where(item => Is(item, "X")).GroupBy(slice => slice.GetProperty("pid").GetInt32()).Select(process => process.Min(slice => slice.GetProperty("ts").GetDouble()));

        Assert.Equal([0.0, 0.0], starts);
    }

    [Fact]
    public void States_are_told_in_words_and_marks_are_instants()
    {
        var events = Written();

        Assert.Equal(
            ["in mailbox", "ready", "running", "waiting"],
            events.Where(item => Is(item, "X")).Select(slice => slice.GetProperty("args").GetProperty("state").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(events, item => Is(item, "i", "start"));
    }

    private static List<JsonElement> Written()
    {
        using var stream = new MemoryStream();
        ChromeTrace.Write(stream, [Trial("tasks"), Trial("grains")]);
        return [.. JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("traceEvents").EnumerateArray()];
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
