namespace Interleave.Grains.OwnWork;

/// <summary>Computes for so long as one core takes for it when nothing disturbs it.</summary>
[GenerateSerializer, Immutable]
public sealed record ComputationStep(int Number, TimeSpan Time) : WorkStep;
