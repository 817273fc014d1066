namespace Interleave.Embedded;

/// <summary>What a silo holds at one moment.</summary>
[GenerateSerializer, Immutable]
public sealed record SiloRuntimeStatistics(int ActivationCount);
