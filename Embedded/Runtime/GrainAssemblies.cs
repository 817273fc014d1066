using System.Reflection;

namespace Interleave.Embedded.Runtime;

/// <summary>What of this process is built on this runtime: grains, their interfaces and their messages.</summary>
internal static class GrainAssemblies
{
    public static IReadOnlyList<Type> Types { get; } = [.. Find().SelectMany(assembly => assembly.GetTypes())];

    /// <summary>What is loaded, and what the program refers to.</summary>
    private static HashSet<Assembly> Find()
    {
        var own = typeof(GrainAssemblies).Assembly;
        var found = new HashSet<Assembly> { own };
        var ahead = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic));
        while (ahead.TryDequeue(out var assembly))
        {
            var references = assembly.GetReferencedAssemblies();
            if (references.Any(reference => reference.Name == own.GetName().Name) && found.Add(assembly))
            {
                foreach (var reference in references)
                {
                    ahead.Enqueue(Assembly.Load(reference));
                }
            }
        }

        return found;
    }
}
