using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>How much of a run the machine spoiled by doing something else.</summary>
internal static class Disturbance
{
    /// <summary>One line; null where the machine was quiet.</summary>
    public static string? InOneLine(Run run)
    {
        var measured = run.Trials.Where(trial => trial.Round > 0).ToList();
        var disturbed = measured.Where(trial => trial.Disturbed).ToList();
        return disturbed.Count == 0
            ? null
            : FormattableString.Invariant($"The machine was busy with something else in {disturbed.Count} of {measured.Count} trials{Most(disturbed.Max(trial => trial.Noise))}: they are kept; repeat the run on a quiet machine before you rely on it.");
    }

    private static string Most(double? noise) => noise is { } share ? FormattableString.Invariant($", by up to {share * 100:0} %") : "";
}
