using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>How much of a run the machine spoiled by doing something else.</summary>
internal static class Disturbance
{
    /// <summary>One line; null where the machine was quiet.</summary>
    public static string? InOneLine(Run run) =>
        InShort(run) is { } disturbance
            ? $"{char.ToUpperInvariant(disturbance[0])}{disturbance[1..]}: they are kept; repeat the run on a quiet machine before you rely on it."
            : null;

    /// <summary>As part of a line; null where the machine was quiet.</summary>
    public static string? InShort(Run run)
    {
        var measured = run.Trials.Where(trial => trial.Round > 0).ToList();
        var disturbed = measured.Where(trial => trial.Disturbed).ToList();
        return disturbed.Count == 0
            ? null
            : FormattableString.Invariant(
                $"the machine was busy with something else in {disturbed.Count} of {measured.Count} trials{Most(disturbed.Max(trial => trial.Noise))}");
    }

    private static string Most(double? noise) =>
        noise is { } share ? FormattableString.Invariant($" (others took up to {share * 100:0} % of the processor time)") : "";
}
