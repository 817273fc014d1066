using Interleave.Client.Telemetry.Traces;

namespace Interleave.Client.Telemetry.Waterfalls;

/// <summary>Where the time of a trial's grain calls went, in one line.</summary>
internal static class GrainCallTimes
{
    public static string? Describe(IReadOnlyList<GrainCall> calls)
    {
        if (calls.Count == 0)
        {
            return null;
        }

        var grain = $"in the grain {Median(calls.Select(call => call.Grain))}";
        return calls.All(call => call.Mailbox is not null)
            ? $"{calls.Count} grain calls, medians: on the wire {Median(calls.Select(call => call.Wire))}, in the mailbox " +
                $"{Median(calls.Select(call => call.Mailbox ?? default))}, {grain}"
            : $"{calls.Count} grain calls, medians: on the wire and in the mailbox {Median(calls.Select(call => call.Wire + (call.Mailbox ?? default)))} " +
                $"(the mailbox apart: not measured), {grain}";
    }

    private static string Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return DurationText.Of(sorted[sorted.Count / 2]);
    }
}
