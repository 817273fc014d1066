using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Cooperate;

/// <summary>A work item each, which blocks at the queue and keeps its thread of the pool meanwhile.</summary>
internal sealed class CooperateOnPool() : BlockingWorkload<CooperateJob, CooperateAnswer>(Model.Pool)
{
    protected override CooperateAnswer Run(CooperateJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var pair = new BlockingPair(job, trial, cancellation);

        PoolGroup.Run(() => pair.Produce(add => add()), () => pair.Consume(take => take()));
        return pair.Answer;
    }
}
