using Interleave.Embedded.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Interleave.Embedded;

/// <summary>The base class of grains: one activation of it exists for a key, and its turns never overlap.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    private readonly Activation? _activation = Activation.Current;

    public IGrainContext GrainContext => Owner;

    public GrainReference GrainReference => Owner.GrainReference;

    public string IdentityString => Owner.GrainId.ToString();

    public string RuntimeIdentity => Owner.Silo.Address.ToString();

    protected IGrainFactory GrainFactory => Owner.Silo;

    protected internal IServiceProvider ServiceProvider => Owner.ActivationServices;

    private Activation Owner => _activation ?? throw new InvalidOperationException($"{GetType().Name} was not created by the grain runtime, so it has no key and no cluster.");

    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps this activation for at least <paramref name="timeSpan"/>, called or not.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => Owner.DelayDeactivation(timeSpan);
}
