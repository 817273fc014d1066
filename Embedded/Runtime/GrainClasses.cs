using System.Collections.Concurrent;
using System.Reflection;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Runtime;

/// <summary>All grain classes of this process, by their names and by the interfaces that they implement.</summary>
internal sealed class GrainClasses
{
    private static readonly Type[] Roots = [typeof(IGrain), typeof(IGrainWithStringKey), typeof(IGrainWithIntegerKey), typeof(IGrainWithGuidKey)];

    private readonly Dictionary<string, GrainClass> _byName;
    private readonly ILookup<Type, GrainClass> _byInterface;
    private readonly Dictionary<ulong, GrainMethod> _methods;
    private readonly ConcurrentDictionary<Type, GrainClass> _chosen = new();

    public GrainClasses()
    {
        var classes = GrainAssemblies().SelectMany(TypesOf)
            .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IGrainBase)))
            .Select(type => new GrainClass(type))
            .ToArray();
        _byName = classes.ToDictionary(known => known.Name);
        _byInterface = classes.SelectMany(known => GrainInterfacesOf(known.Type).Select(type => (type, known))).ToLookup(pair => pair.type, pair => pair.known);
        _methods = _byInterface.SelectMany(known => GrainInterface.Of(known.Key).Methods).DistinctBy(method => method.Id).ToDictionary(method => method.Id);
    }

    public GrainClass Named(string name) => _byName.TryGetValue(name, out var known)
        ? known
        : throw new OrleansException($"This silo has no grain class {name}.");

    public GrainMethod Method(ulong id) => _methods.TryGetValue(id, out var method)
        ? method
        : throw new OrleansException($"This silo does not know the method that was called ({id:x}): caller and silo were built from different sources.");

    /// <summary>The class that answers calls to an interface.</summary>
    public GrainClass For(Type grainInterface, string? classNamePrefix) => classNamePrefix is null
        ? _chosen.GetOrAdd(grainInterface, type => Choose(type, null))
        : Choose(grainInterface, classNamePrefix);

    private GrainClass Choose(Type grainInterface, string? classNamePrefix)
    {
        _ = GrainInterface.Of(grainInterface);
        var candidates = _byInterface[grainInterface].Where(known => classNamePrefix is null || known.Name.StartsWith(classNamePrefix, StringComparison.Ordinal)).ToArray();
        var namesake = candidates.FirstOrDefault(known => $"I{known.Type.Name}" == grainInterface.Name);
        return candidates.Length switch
        {
            0 => throw new ArgumentException($"Could not find an implementation for interface {grainInterface}."),
            1 => candidates[0],
            _ => namesake ?? throw new ArgumentException($"Several classes implement {grainInterface}: {string.Join(", ", candidates.Select(known => known.Name))}. Name one by its prefix."),
        };
    }

    private static IEnumerable<Type> GrainInterfacesOf(Type type) => type.GetInterfaces()
        .Where(part => part.IsAssignableTo(typeof(IGrain)) && !Roots.Contains(part));

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>();
        }
    }

    /// <summary>What is loaded, and what the program refers to, as far as it is built on this runtime.</summary>
    private static HashSet<Assembly> GrainAssemblies()
    {
        var own = typeof(GrainClasses).Assembly;
        var found = new HashSet<Assembly> { own };
        var ahead = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic));
        var seen = new HashSet<string>();
        while (ahead.TryDequeue(out var assembly))
        {
            var references = assembly.GetReferencedAssemblies();
            if (!seen.Add(assembly.FullName!) || !references.Any(reference => reference.Name == own.GetName().Name))
            {
                continue;
            }

            found.Add(assembly);
            foreach (var reference in references.Where(reference => !seen.Contains(reference.FullName)))
            {
                ahead.Enqueue(Assembly.Load(reference));
            }
        }

        return found;
    }
}
