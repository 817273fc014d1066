namespace Interleave.Embedded.Runtime;

/// <summary>Work for an activation that has to be let in by it: a request, or a timer's callback.</summary>
internal abstract class Turn
{
    /// <summary>Whether it may run between the awaits of others.</summary>
    public abstract bool MayInterleave { get; }

    /// <summary>The call chain that it belongs to, where a grain of that chain allowed it to come back.</summary>
    public virtual Guid ReentrancyId => Guid.Empty;

    /// <summary>Whether it counts as use of the grain, which keeps the grain from being collected.</summary>
    public virtual bool KeepsAlive => true;

    /// <summary>Runs it, and tells the activation when it has ended, be it at once or later.</summary>
    public abstract void Run(Activation activation);

    /// <summary>The activation is gone, or never came to be.</summary>
    public abstract void Refuse(Activation activation, Exception? activationFault);
}
