namespace Interleave.Grains.Ledger;

/// <summary>How much a book holds, and where.</summary>
/// <param name="Stored">Transfers in storage.</param>
/// <param name="InMemory">Transfers that this activation has carried out, which nobody stores.</param>
[GenerateSerializer, Immutable]
public sealed record Tally([property: Id(0)] long Stored, [property: Id(1)] long InMemory, [property: Id(2)] Guid Activation, [property: Id(3)] string Silo);
