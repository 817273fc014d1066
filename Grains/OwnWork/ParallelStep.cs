namespace Interleave.Grains.OwnWork;

/// <summary>Steps that are done side by side; over when the last of them is.</summary>
[GenerateSerializer, Immutable]
public sealed record ParallelStep(IReadOnlyList<WorkStep> Branches) : Step;
