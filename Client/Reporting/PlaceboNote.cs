using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting;

/// <summary>How far verdicts can be trusted on this machine, in a sentence beside the contrasts.</summary>
internal static class PlaceboNote
{
    public static string Of(Run run) => run.Placebo is not { } placebo
        ? "How often such verdicts err on this machine was not tried: 'interleave placebo' does."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"How often such verdicts err: of {placebo.Contrasts} contrasts of a model with itself, {placebo.Wrong} were called better or worse ") +
            string.Create(CultureInfo.InvariantCulture, $"(placebo of {placebo.At:yyyy-MM-dd}, {placebo.Profile.ToString().ToLowerInvariant()}).");
}
