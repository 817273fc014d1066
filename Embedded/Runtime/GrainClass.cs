using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Interleave.Embedded.Runtime;

/// <summary>What the runtime knows of one grain class.</summary>
internal sealed class GrainClass
{
    private readonly Lazy<ObjectFactory> _factory;
    private readonly bool _needsServices;

    public GrainClass(Type type)
    {
        Type = type;
        Name = type.FullName!;
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        MostLocalWorkers = type.GetCustomAttribute<StatelessWorkerAttribute>()?.MaxLocalWorkers;
        CollectionAge = type.GetCustomAttribute<CollectionAgeLimitAttribute>()?.AgeLimit;
        IsOnEverySilo = type.IsDefined(typeof(OnEverySiloAttribute));
        _needsServices = type.GetConstructors().Any(constructor => constructor.GetParameters().Length > 0);
        _factory = new(() => ActivatorUtilities.CreateFactory(type, []));
    }

    public Type Type { get; }

    public string Name { get; }

    public bool IsReentrant { get; }

    /// <summary>How many activations of one key a silo may have, where that is more than the one in the cluster.</summary>
    public int? MostLocalWorkers { get; }

    public TimeSpan? CollectionAge { get; }

    public bool IsOnEverySilo { get; }

    public object Create(Activation activation) =>
        _factory.Value(_needsServices ? activation.ActivationServices : activation.Silo.ServiceProvider, null);
}
