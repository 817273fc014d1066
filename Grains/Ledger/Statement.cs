namespace Interleave.Grains.Ledger;

/// <summary>All that a book knows.</summary>
/// <param name="Balances">Of each account.</param>
/// <param name="Stored">Every transfer in the order in which it was carried out.</param>
[GenerateSerializer, Immutable]
public sealed record Statement(
    [property: Id(0)] long[] Balances, [property: Id(1)] Transfer[] Stored, [property: Id(2)] string Silo);
