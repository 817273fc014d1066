using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>Tells where a traced trial took another time than the measured ones: its picture then shows the tracing too.</summary>
internal static class TracedTrials
{
    /// <summary>Null where all of them took about as long.</summary>
    public static string? InOneLine(Run run)
    {
        List<TracedTrial> others = [.. run.TracedTrials.Where(traced => !traced.IsFaithful)];
        return others.Count == 0
            ? null
            : $"{others.Count} of {run.TracedTrials.Count} traced trials took another time than the measured ones, " +
                $"beyond ×{Quantity.Number(TracedTrial.TolerableRatio)}";
    }

    /// <summary><c>io (http 50ms) on tasks: 1.46 s traced, 101 ms measured, ×14.4</c>.</summary>
    public static string Describe(TracedTrial traced) =>
        $"{traced.Scenario} ({traced.Variant}) on {traced.Model}: {Quantity.Format(traced.Time, "s")} traced"
        + (traced.MeasuredTime is { } measured ? $", {Quantity.Format(measured, "s")} measured" : ", none measured")
        + (traced.Ratio is { } ratio ? $", {Quantity.Ratio(ratio)}" : "");
}
