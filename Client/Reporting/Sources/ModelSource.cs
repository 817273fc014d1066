namespace Interleave.Client.Reporting.Sources;

/// <summary>How one model does a scenario's job: the workload, and the grains that it calls.</summary>
internal sealed record ModelSource(string Model, IReadOnlyList<SourceFile> Files);
