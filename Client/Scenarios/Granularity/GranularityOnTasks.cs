using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Granularity;

/// <summary>A piece is a task, whose result the parent awaits with all others.</summary>
internal sealed class GranularityOnTasks() : Workload<GranularityJob, GranularityAnswer>(Model.Tasks)
{
    public override async Task<GranularityAnswer> RunAsync(GranularityJob job, TrialContext trial, CancellationToken cancellation)
    {
        var counts = await Task.WhenAll(job.All.Select(piece => Task.Run(() => Primes.Count(piece, cancellation).Primes, cancellation)));
        return new GranularityAnswer(counts.Sum(), counts.Length);
    }
}
