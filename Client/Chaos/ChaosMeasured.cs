namespace Interleave.Client.Chaos;

/// <summary>What a run of faults yields.</summary>
/// <param name="Findings">Null where the books could not be read.</param>
/// <param name="Trouble">What ended the run before its time, or kept the books from being read.</param>
internal sealed record ChaosMeasured(IReadOnlyList<FaultOutcome> Faults, Curve Curve, LedgerFindings? Findings, string? Trouble);
