using Interleave.Client.Models;
using Interleave.Grains.Cancel;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>A token travels with the call, from silo to silo too, and takes effect where the grain awaits.</summary>
internal sealed class CancelOnGrains() : StoppingWorkload(Model.Grains)
{
    private IReadOnlyList<(IStoppableGrain Worker, IStoppableGrain Caller)> _pairs = [];

    public override async Task PrepareAsync(CancelJob job, TrialContext trial, CancellationToken cancellation) =>
        _pairs = job.AcrossSilos && await trial.FindGrainsAsync<IStoppableGrain>(silos: 2, grainsEach: job.AtOnce) is [var here, var there]
            ? [.. here.Zip(there)]
            : [];

    protected override IReadOnlyList<StartedUnit> Start(int units, CancelJob job, TrialContext trial)
    {
        var work = job.WorkAt(trial.IoServer);
        return job.AcrossSilos
            ? [.. _pairs.Take(units).Select(pair => StartOne(pair.Worker, stop => pair.Caller.PassOn(pair.Worker.GetPrimaryKeyLong(), work, job.Result, stop)))]
            : [.. trial.GrainsOf<IStoppableGrain>(units).Select(grain => StartOne(grain, stop => grain.Work(work, job.Result, stop)))];
    }

    private static StartedUnit StartOne(IStoppableGrain grain, Func<CancellationToken, Task> call)
    {
        var stop = new CancellationTokenSource();
        return new StartedUnit(grain.WhenBegun(), stop.Cancel, EndedAsync(call(stop.Token), grain, stop.Token));
    }

    private static async Task<StopReport> EndedAsync(Task call, IStoppableGrain grain, CancellationToken stop)
    {
        try
        {
            await call;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The caller is let go at once; the grain stops where it awaits, and reports when it has.
        }

        return await grain.Report();
    }
}
