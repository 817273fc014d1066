using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Ring;

/// <summary>A thread a unit: each hop wakes a thread and puts another to sleep.</summary>
internal sealed class RingOnThreads() : BlockingWorkload<RingJob, RingAnswer>(Model.Threads)
{
    protected override RingAnswer Run(RingJob job, TrialContext trial, CancellationToken cancellation)
    {
        var ring = new BlockingRing(job, trial, cancellation);

        ThreadGroup.Run(ring.Bodies(mailbox => mailbox.Take()));
        return ring.Answer;
    }
}
