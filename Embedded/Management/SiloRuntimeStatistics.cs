namespace Interleave.Embedded;

/// <summary>What a silo holds at one moment.</summary>
[GenerateSerializer, Immutable]
public sealed record SiloRuntimeStatistics([property: Id(0)] int ActivationCount, [property: Id(1)] DateTime DateTime);
