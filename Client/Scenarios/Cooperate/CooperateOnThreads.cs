using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Cooperate;

/// <summary>A thread each: the system switches between them whenever the queue is empty or full.</summary>
internal sealed class CooperateOnThreads() : BlockingWorkload<CooperateJob, CooperateAnswer>(Model.Threads)
{
    protected override CooperateAnswer Run(CooperateJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var pair = new BlockingPair(job, trial, cancellation);

        ThreadGroup.Run(() => pair.Produce(add => add()), () => pair.Consume(take => take()));
        return pair.Answer;
    }
}
