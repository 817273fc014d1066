using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Cooperate;

/// <summary>A thread each under one lock, which is let go at the queue, for there a thread may block.</summary>
internal sealed class CooperateOnGil() : BlockingWorkload<CooperateJob, CooperateAnswer>(Model.Gil)
{
    protected override CooperateAnswer Run(CooperateJob job, TrialContext trial, CancellationToken cancellation)
    {
        var gil = new GlobalLock();
        using var pair = new BlockingPair(job, trial, cancellation);

        GilGroup.Run(gil, () => pair.Produce(Released), () => pair.Consume(gil.Released));
        return pair.Answer;

        void Released(Action add) => gil.Released(() =>
        {
            add();
            return true;
        });
    }
}
