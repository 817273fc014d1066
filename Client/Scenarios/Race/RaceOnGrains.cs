using Interleave.Client.Models;
using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>The state lives in one grain, which needs no lock, unless it is reentrant and awaits in the middle of a step.</summary>
internal sealed class RaceOnGrains() : Workload<RaceJob, RaceAnswer>(Model.Grains)
{
    private const long Key = 0;

    private SpreadCallers _callers = SpreadCallers.None;

    public override async Task PrepareAsync(RaceJob job, TrialContext trial, CancellationToken cancellation)
    {
        await StateOf(job, trial).Reset(job.State);
        _callers = job.FromSilos ? await SpreadCallers.FindAsync(trial, job.Load.Concurrency) : SpreadCallers.None;
    }

    public override async Task<RaceAnswer> RunAsync(RaceJob job, TrialContext trial, CancellationToken cancellation)
    {
        var state = StateOf(job, trial);
        var operations = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.Load.ForEachUnit(unit => operations.ForEachAsync(operation =>
            job.FromSilos ? _callers.Grains[unit].Take(Key, job.StepsOf(operation))
            : job.AwaitsInside ? state.TakeAwaiting(job.StepsOf(operation))
            : state.Take(job.StepsOf(operation)))));
        return new RaceAnswer(await state.Report()) { CallingProcesses = job.FromSilos ? _callers.Processes : null };
    }

    private static ISharedStateGrain StateOf(RaceJob job, TrialContext trial) => job.AwaitsInside && job.Guard == Guard.None
        ? trial.Grains.GetGrain<IInterleavingGrain>(Key)
        : trial.Grains.GetGrain<IOneTurnGrain>(Key);
}
