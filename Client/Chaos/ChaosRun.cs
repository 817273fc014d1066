using Interleave.Client.Records;

namespace Interleave.Client.Chaos;

/// <summary>Faults under load, carried out: what <c>run.json</c> holds.</summary>
/// <param name="Complete">Whether every fault of the plan struck.</param>
/// <param name="Faults">In the order in which they struck.</param>
/// <param name="Findings">Whether the ledger adds up; null where that could not be found out.</param>
/// <param name="Trouble">What ended the run before its time.</param>
internal sealed record ChaosRun(
    string Schema,
    string Id,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    bool Complete,
    MachineEnvironment Environment,
    ChaosPlan Plan,
    IReadOnlyList<FaultOutcome> Faults,
    Curve Curve,
    LedgerFindings? Findings,
    string? Trouble)
{
    public const string CurrentSchema = "interleave/chaos/1";

    public bool Passed => Complete && Findings is { AddsUp: true };
}
