using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Granularity;

/// <summary>A piece is a coroutine that waits for its turn on the loop: nothing is gained, and little is lost.</summary>
internal sealed class GranularityOnLoop() : Workload<GranularityJob, GranularityAnswer>(Model.Loop)
{
    public override Task<GranularityAnswer> RunAsync(GranularityJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        var counts = await Task.WhenAll(job.All.Select(CountAsync));
        return new GranularityAnswer(counts.Sum(), counts.Length);

        async Task<long> CountAsync(NumberRange piece)
        {
            await Task.Yield();
            return Primes.Count(piece, cancellation).Primes;
        }
    });
}
