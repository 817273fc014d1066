namespace Interleave.Grains.Ledger;

/// <summary>Money that moves between two accounts of one book.</summary>
/// <param name="Id">Unlike that of any other transfer: a book carries it out once, however often it is asked to.</param>
[GenerateSerializer, Immutable]
public sealed record Transfer([property: Id(0)] long Id, [property: Id(1)] int From, [property: Id(2)] int To, [property: Id(3)] int Amount);
