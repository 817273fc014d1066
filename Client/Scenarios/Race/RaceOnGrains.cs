using Interleave.Client.Models;
using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>The state lives in one grain, which needs no lock, unless it is reentrant and awaits in the middle of a step.</summary>
internal sealed class RaceOnGrains() : Workload<RaceJob, RaceAnswer>(Model.Grains)
{
    private const long Key = 0;

    private IReadOnlyList<ICallerGrain> _callers = [];

    public override async Task PrepareAsync(RaceJob job, TrialContext trial, CancellationToken cancellation)
    {
        await StateOf(job, trial).Reset(job.State);
        _callers = job.FromSilos
            ? [.. (await trial.FindGrainsAsync<ICallerGrain>(silos: 2, grainsEach: (job.Load.Concurrency + 1) / 2)).SelectMany(silo => silo)]
            : [];
    }

    public override async Task<RaceAnswer> RunAsync(RaceJob job, TrialContext trial, CancellationToken cancellation)
    {
        var state = StateOf(job, trial);
        var operations = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.FromSilos
            ? _callers.Select(caller => operations.ForEachAsync(operation => caller.Take(Key, job.StepsOf(operation))))
            : job.Load.ForEachUnit(_ => operations.ForEachAsync(operation =>
                job.AwaitsInside ? state.TakeAwaiting(job.StepsOf(operation)) : state.Take(job.StepsOf(operation)))));
        return new RaceAnswer(await state.Report());
    }

    private static ISharedStateGrain StateOf(RaceJob job, TrialContext trial) => job.AwaitsInside && job.Guard == Guard.None
        ? trial.Grains.GetGrain<IInterleavingGrain>(Key)
        : trial.Grains.GetGrain<IOneTurnGrain>(Key);
}
