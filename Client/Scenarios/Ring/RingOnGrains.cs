using Interleave.Client.Models;
using Interleave.Grains.Ring;

namespace Interleave.Client.Scenarios.Ring;

/// <summary>A grain a unit: it sends the token on and does not wait for an answer, so that its turn is over.</summary>
internal sealed class RingOnGrains() : Workload<RingJob, RingAnswer>(Model.Grains)
{
    private IRingGrain[] _ring = [];

    public override async Task PrepareAsync(RingJob job, TrialContext trial, CancellationToken cancellation)
    {
        _ring = job.OverSilos
            ? [.. trial.FreshGrainsOf<IRingGrain>(job.Units)]
            : [.. (await trial.FindGrainsAsync<IRingGrain>(silos: 1, grainsEach: job.Units))[0]];
        await Task.WhenAll(_ring.Select((grain, unit) => grain.Join(_ring[(unit + 1) % job.Units].GetPrimaryKeyLong())));
    }

    public override async Task<RingAnswer> RunAsync(RingJob job, TrialContext trial, CancellationToken cancellation)
    {
        var units = _ring.Select(_ => trial.Unit("unit")).ToList(); // Each has joined: it is active.
        var holders = new List<int>();
        await trial.Offer(job.Load, cancellation).ForEachAsync(async token =>
        {
            var end = _ring[job.Last].End((int)token.Number + 1);
            await _ring[0].Pass(job.Load.StepsAnOperation);
            await end.WaitAsync(cancellation);
            holders.Add(job.Last);
        });
        units.ForEach(unit => unit.Dispose());
        return new RingAnswer((await Task.WhenAll(_ring.Select(grain => grain.Hops()))).Sum(), holders);
    }
}
