namespace Interleave.Grains.Work;

/// <summary>Closes the idle connections to a PostgreSQL server, which allows few.</summary>
[GenerateSerializer, Immutable]
public sealed record EndOfQueries : IoRequest;
