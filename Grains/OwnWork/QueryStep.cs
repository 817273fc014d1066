namespace Interleave.Grains.OwnWork;

/// <summary>Sends a query to the PostgreSQL server that the environment names.</summary>
[GenerateSerializer, Immutable]
public sealed record QueryStep(int Number, string Sql) : WorkStep;
