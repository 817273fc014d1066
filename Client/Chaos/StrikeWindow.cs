using Interleave.Grains.Ledger;

namespace Interleave.Client.Chaos;

/// <summary>The time in which one fault was watched, and what was counted at both ends.</summary>
/// <param name="From">When the fault struck, in seconds since the load began.</param>
/// <param name="To">When it was no longer watched; the cluster is repaired after that.</param>
/// <param name="Before">Each book at the beginning.</param>
/// <param name="After">Each book at the end.</param>
internal sealed record StrikeWindow(string Fault, int Round, string What, double From, double To, IReadOnlyList<Tally> Before, IReadOnlyList<Tally> After);
