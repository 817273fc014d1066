using Interleave.Embedded.Runtime;

namespace Interleave.Embedded;

/// <summary>The base class of grains: one activation of it exists for a key, and its turns never overlap.</summary>
public abstract class Grain : IAddressable
{
    private readonly Activation? _activation = Activation.Current;

    internal Activation Activation =>
        _activation ?? throw new InvalidOperationException($"{GetType().Name} was not created by the grain runtime, so it has no key and no cluster.");

    protected IGrainFactory GrainFactory => Activation.Silo;

    /// <summary>The silo that this activation is in.</summary>
    public string RuntimeIdentity => Activation.Silo.Address.ToString();

    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation as soon as no request runs; later requests make a new one.</summary>
    protected void DeactivateOnIdle() =>
        _ = Activation.DeactivateAsync(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "DeactivateOnIdle was called."));

    protected IGrainTimer RegisterGrainTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) =>
        Activation.RegisterTimer(callback, options);

    protected IGrainTimer RegisterGrainTimer(Func<CancellationToken, Task> callback, TimeSpan dueTime, TimeSpan period) =>
        RegisterGrainTimer(callback, new GrainTimerCreationOptions(dueTime, period));
}
