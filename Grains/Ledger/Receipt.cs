namespace Interleave.Grains.Ledger;

/// <summary>A transfer is stored.</summary>
/// <param name="WasKnown">It was carried out already, by an earlier call of the same id.</param>
/// <param name="Silo">Where the book is active.</param>
[GenerateSerializer, Immutable]
public sealed record Receipt([property: Id(0)] bool WasKnown, [property: Id(1)] string Silo);
