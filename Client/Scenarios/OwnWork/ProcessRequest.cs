using Interleave.Grains.OwnWork;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>What a process is asked: first of a trial to learn what requests do, then to carry one.</summary>
/// <param name="File">The text of the workload file; null where a request is to be carried.</param>
internal sealed record ProcessRequest(string? File, Machinery? Machinery)
{
    public static ProcessRequest Next { get; } = new(null, null);
}
