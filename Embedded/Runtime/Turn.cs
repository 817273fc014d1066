namespace Interleave.Embedded.Runtime;

/// <summary>Work for an activation that has to be let in by it: a request, or a timer's callback.</summary>
internal abstract class Turn : Scheduled
{
    /// <summary>Whether it may run between the awaits of others.</summary>
    public virtual bool MayInterleave => false;

    /// <summary>The chain of calls that it belongs to, if one of those allowed its own chain to come back to it.</summary>
    public virtual Guid? CallChain => null;

    /// <summary>Runs it, and tells the activation when it has ended, be it at once or later.</summary>
    public abstract void Run(Activation activation);

    public sealed override void RunOn(TurnScheduler scheduler) => scheduler.Activation.Admit(this);

    /// <summary>The activation is gone, or never came to be.</summary>
    public abstract void Refuse(Activation activation, Exception? activationFault);
}
