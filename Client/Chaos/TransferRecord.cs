using Interleave.Grains.Ledger;

namespace Interleave.Client.Chaos;

/// <summary>One transfer, with all the calls that it took.</summary>
/// <param name="Book">The number of its book.</param>
/// <param name="Due">When it was to start, in seconds since the load began.</param>
/// <param name="Acknowledged">When its receipt came; null where none came before the client gave up.</param>
/// <param name="Refused">Calls that were refused before the grain, and repeated.</param>
/// <param name="Unknown">Calls of which nobody knows what became, and which were repeated.</param>
/// <param name="WasKnown">The receipt said that an earlier call had carried it out.</param>
/// <param name="LastFailure">What the last call that failed ended in.</param>
internal sealed record TransferRecord(
    Transfer Transfer, int Book, double Due, double? Acknowledged, int Refused, int Unknown, bool WasKnown, string? LastFailure);
