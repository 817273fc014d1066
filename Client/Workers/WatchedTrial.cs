using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;

namespace Interleave.Client.Workers;

/// <summary>A trial as its worker wrote it down, and what disturbed it meanwhile.</summary>
/// <param name="Interference">Null where it could not be told.</param>
/// <param name="IsWhole">Whether the worker and all of its silos live.</param>
internal sealed record WatchedTrial(Trial Trial, IReadOnlyList<Check> Checks, Interference? Interference, bool IsWhole);
