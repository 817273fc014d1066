namespace Interleave.Embedded.Runtime;

/// <summary>Something that is to run on the scheduler of an activation; a link of the scheduler's queue itself, so that queueing it costs no memory.</summary>
/// <remarks>It must not be queued again before it runs.</remarks>
internal abstract class Scheduled
{
    public Scheduled? Next { get; set; }

    public abstract void RunOn(TurnScheduler scheduler);
}
