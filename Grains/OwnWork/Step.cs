namespace Interleave.Grains.OwnWork;

/// <summary>Something that every request of a workload file does.</summary>
[GenerateSerializer, Immutable]
public abstract record Step;
