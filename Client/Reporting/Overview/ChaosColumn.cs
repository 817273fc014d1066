using Interleave.Client.Chaos;

namespace Interleave.Client.Reporting.Overview;

/// <summary>One figure of a fault, as every table of faults shows it.</summary>
internal sealed record ChaosColumn(string Name, string Meaning, Func<FaultOutcome, string> Of);
