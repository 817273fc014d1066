using Interleave.Client.Models;
using Interleave.Grains.Computing;

namespace Interleave.Client.Scenarios.Granularity;

/// <summary>A piece is a call of a grain; there are some grains for each core, so that none waits for the others' answers.</summary>
internal sealed class GranularityOnGrains() : Workload<GranularityJob, GranularityAnswer>(Model.Grains)
{
    private const int GrainsACore = 4;

    public override async Task<GranularityAnswer> RunAsync(GranularityJob job, TrialContext trial, CancellationToken cancellation)
    {
        var grains = trial.GrainsOf<IComputingGrain>(GrainsACore * job.Units).ToList();
        var counts = await Task.WhenAll(job.All.Select((piece, number) => grains[number % grains.Count].CountPrimes(piece, cancellation)));
        return new GranularityAnswer(counts.Sum(), counts.Length);
    }
}
