using Interleave.Client.Models;
using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>Work items run on the pool's threads, and need the guards that threads need.</summary>
internal sealed class RaceOnPool() : BlockingWorkload<RaceJob, RaceAnswer>(Model.Pool)
{
    protected override RaceAnswer Run(RaceJob job, TrialContext trial, CancellationToken cancellation)
    {
        var state = SharedState.Create(job.State);
        var step = RaceOnThreads.Guarded(job.Guard, state);
        var operations = trial.Offer(job.Load, cancellation);

        PoolGroup.Run(job.Load.Concurrency, () => operations.ForEach(operation => job.StepsOf(operation).ForEach(step)));
        return new RaceAnswer(state.Report());
    }
}
