using System.Collections.Concurrent;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Runtime;

/// <summary>All grain classes of this process, by their names and by the interfaces that they implement.</summary>
internal sealed class GrainClasses
{
    private static readonly Type[] Roots =
    [
        typeof(IAddressable), typeof(IGrain), typeof(IGrainWithStringKey), typeof(IGrainWithIntegerKey), typeof(IGrainWithGuidKey),
    ];

    private readonly Dictionary<string, GrainClass> _byName;
    private readonly Dictionary<ulong, GrainClass> _byId;
    private readonly ILookup<Type, GrainClass> _byInterface;
    private readonly Dictionary<ulong, GrainMethod> _methods;
    private readonly ConcurrentDictionary<Type, GrainClass> _chosen = new();

    public GrainClasses()
    {
        var classes = GrainAssemblies.Types
            .Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(Grain)))
            .Select(type => new GrainClass(type))
            .ToArray();
        _byName = classes.ToDictionary(known => known.Name);
        _byId = classes.ToDictionary(known => known.Id);
        _byInterface = classes.SelectMany(known => GrainInterfacesOf(known.Type).Select(type => (type, known))).ToLookup(pair => pair.type, pair => pair.known);
        _methods = _byInterface.SelectMany(known => GrainInterface.Of(known.Key).Methods.Values)
            .DistinctBy(method => method.Id)
            .ToDictionary(method => method.Id);
    }

    public GrainClass Named(string name) => _byName.TryGetValue(name, out var known)
        ? known
        : throw new OrleansException($"This silo has no grain class {name}.");

    public GrainClass Class(ulong id) => _byId.TryGetValue(id, out var known)
        ? known
        : throw new OrleansException($"This silo has no grain class that is known as {id:x}: caller and silo were built from different sources.");

    public GrainMethod Method(ulong id) => _methods.TryGetValue(id, out var method)
        ? method
        : throw new OrleansException($"This silo does not know the method that was called ({id:x}): caller and silo were built from different sources.");

    /// <summary>The class that answers calls to an interface.</summary>
    public GrainClass For(Type grainInterface) => _chosen.GetOrAdd(grainInterface, Choose);

    private GrainClass Choose(Type grainInterface)
    {
        _ = GrainInterface.Of(grainInterface);
        GrainClass[] candidates = [.. _byInterface[grainInterface]];
        return candidates.Length switch
        {
            0 => throw new ArgumentException($"Could not find an implementation for interface {grainInterface}."),
            1 => candidates[0],
            _ => throw new ArgumentException($"Several classes implement {grainInterface}: {string.Join(", ", candidates.Select(known => known.Name))}."),
        };
    }

    private static IEnumerable<Type> GrainInterfacesOf(Type type) => type.GetInterfaces()
        .Where(part => part.IsAssignableTo(typeof(IGrain)) && !Roots.Contains(part));
}
