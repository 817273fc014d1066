namespace Interleave.Grains.OwnWork;

/// <summary>Allocates memory, writes to each page of it, and lets go of it.</summary>
[GenerateSerializer, Immutable]
public sealed record AllocationStep(int Number, int Bytes) : WorkStep;
