using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Ring;

/// <summary>Threads under one lock: a unit that waits for the token has let go of it.</summary>
internal sealed class RingOnGil() : BlockingWorkload<RingJob, RingAnswer>(Model.Gil)
{
    protected override RingAnswer Run(RingJob job, TrialContext trial, CancellationToken cancellation)
    {
        var ring = new BlockingRing(job, trial, cancellation);
        var gil = new GlobalLock();

        GilGroup.Run(gil, ring.Bodies(mailbox => gil.Released(mailbox.Take)));
        return ring.Answer;
    }
}
