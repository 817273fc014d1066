using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Doctor;

/// <summary>How often verdicts erred here when models were set against themselves.</summary>
internal sealed class PlaceboDiagnosis(Func<PlaceboOutcome?> last) : IProbe
{
    private const string Subject = "verdicts";

    /// <summary>Of a hundred contrasts of a model with itself, no more than three may be called better or worse.</summary>
    private const double TolerableShare = 0.03;

    public Task<Diagnosis> ExamineAsync(CancellationToken cancellation) => Task.FromResult(last() is not { } placebo
        ? Diagnosis.Ok(Subject, "not tried here: 'interleave placebo cpu' sets each model against itself, and tells how often verdicts err")
        : placebo.Wrong > TolerableShare * placebo.Contrasts
            ? Diagnosis.Warn(Subject, Describe(placebo), "Verdicts err too often on this machine: end what else runs, or use --profile standard.")
            : Diagnosis.Ok(Subject, Describe(placebo)));

    private static string Describe(PlaceboOutcome placebo) => string.Create(
        CultureInfo.InvariantCulture,
        $"{placebo.InOneLine} (placebo of {placebo.At:yyyy-MM-dd}, {placebo.Profile.ToString().ToLowerInvariant()}: {string.Join(", ", placebo.Scenarios)})");
}
