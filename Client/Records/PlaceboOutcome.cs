namespace Interleave.Client.Records;

/// <summary>How often verdicts erred when models were set against twins of themselves.</summary>
/// <param name="Wrong">Contrasts of a model and its twin that were called better or worse.</param>
/// <param name="TenthFound">Contrasts of time in which a tenth more work was found.</param>
/// <param name="FifthFound">Contrasts of time in which a fifth more work was found.</param>
internal sealed record PlaceboOutcome(
    DateTimeOffset At, Profile Profile, IReadOnlyList<string> Scenarios, int Wrong, int Contrasts, int TenthFound, int Tenths, int FifthFound, int Fifths)
{
    public string InOneLine => FormattableString.Invariant(
        $"wrong verdicts: {Wrong} of {Contrasts}; planted 10 % found: {TenthFound} of {Tenths}; planted 20 % found: {FifthFound} of {Fifths}");
}
