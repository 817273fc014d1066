using Interleave.Client.Models;
using Interleave.Grains.OwnWork;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>A grain a request under way, which calls a grain a key, and grains side by side; none of them needs a lock.</summary>
internal sealed class OwnWorkOnGrains() : Workload<OwnWorkJob, OwnWorkAnswer>(Model.Grains)
{
    /// <summary>No other run that shares the cluster has the same: below it, a grain for every key and every branch.</summary>
    private readonly long _first = (BitConverter.ToInt64(Guid.NewGuid().ToByteArray()) & (long.MaxValue >> 8)) >> 24 << 24;

    private int _trial;

    /// <summary>The grains are the same in every trial, and learn before each what its requests do.</summary>
    public override async Task PrepareAsync(OwnWorkJob job, TrialContext trial, CancellationToken cancellation)
    {
        var plan = new RequestPlan(job.Steps, job.MachineryOf(trial), _first, ++_trial);
        await Task.WhenAll(Grains(job, trial).Select(grain => grain.Begin(plan)));
    }

    public override async Task<OwnWorkAnswer> RunAsync(OwnWorkJob job, TrialContext trial, CancellationToken cancellation)
    {
        var ledger = new StepLedger(job);
        var requests = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(Grains(job, trial).Select(grain => requests.ForEachAsync(async request =>
        {
            foreach (var result in await grain.Perform(job.KeysOf(request), cancellation))
            {
                ledger.Done(result);
            }

            ledger.Complete(request);
        })));
        var counts = job.File.States.Select((step, place) => (step.Number, Counts: ledger.CountsOf(place)));
        return new OwnWorkAnswer(ledger, counts.ToDictionary(step => step.Number, step => step.Counts));
    }

    private IEnumerable<IRequestGrain> Grains(OwnWorkJob job, TrialContext trial) =>
        job.Load.ForEachUnit(unit => trial.Grains.GetGrain<IRequestGrain>(_first + unit));
}
