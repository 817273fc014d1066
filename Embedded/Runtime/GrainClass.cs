using System.Reflection;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Interleave.Embedded.Runtime;

/// <summary>What the runtime knows of one grain class.</summary>
internal sealed class GrainClass(Type type)
{
    private readonly Lazy<StateParameters> _state = new(() => new StateParameters(type));
    private ObjectFactory? _factory;

    public Type Type => type;

    public string Name { get; } = type.FullName!; // Grain classes are closed, and so have one.

    /// <summary>Stands for the name in messages.</summary>
    public ulong Id { get; } = StableHash.Of(type.FullName!); // As above.

    public bool IsReentrant { get; } = type.IsDefined(typeof(ReentrantAttribute));

    /// <summary>How many activations of one key a silo may have, where that is more than the one in the cluster.</summary>
    public int? MostLocalWorkers { get; } = type.GetCustomAttribute<StatelessWorkerAttribute>()?.MaxLocalWorkers;

    public bool HasOnActivate { get; } = Overrides(type, nameof(Grain.OnActivateAsync));

    public bool HasOnDeactivate { get; } = Overrides(type, nameof(Grain.OnDeactivateAsync));

    public bool IsOnEverySilo { get; } = type.IsDefined(typeof(OnEverySiloAttribute));

    /// <summary>A grain, and the records of its state, which are still to be read.</summary>
    public (Grain Grain, IReadOnlyList<IStorage> State) Create(Activation activation)
    {
        var state = _state.Value.Make(activation);
        _factory ??= ActivatorUtilities.CreateFactory(type, _state.Value.Types);
        return ((Grain)_factory(activation.Silo.Services, state), state);
    }

    private static bool Overrides(Type type, string method) => type.GetMethod(method)?.DeclaringType != typeof(Grain);
}
