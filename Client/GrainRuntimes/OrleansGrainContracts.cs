using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Configuration;

namespace Interleave.Client.GrainRuntimes;

/// <summary>Interfaces of grains that are not of this program, in an assembly for which Orleans generated code.</summary>
internal static class GrainContracts
{
    /// <summary>Why grains of an assembly cannot be called; null where they can.</summary>
    /// <param name="contracts">Null where only the runtime is asked for.</param>
    public static string? Refusal(Assembly? contracts) => contracts is null || HasGeneratedCode(contracts)
        ? null
        : $"'{contracts.GetName().Name}' holds no code that Orleans generated: its project must reference Microsoft.Orleans.Sdk.";

    /// <summary>Makes the interfaces and messages of an assembly known to a client, and those of the assemblies that it uses.</summary>
    public static void AddTo(IServiceCollection services, Assembly contracts) => services.AddSerializer(serializer =>
    {
        foreach (var assembly in PartsOf(contracts).Where(HasGeneratedCode))
        {
            serializer.AddAssembly(assembly);
        }
    });

    /// <summary>The assembly, and those beside it that its generated code names; Orleans' own are known to every client.</summary>
    private static IEnumerable<Assembly> PartsOf(Assembly contracts)
    {
        var loaded = AppDomain.CurrentDomain.GetAssemblies().ToLookup(assembly => assembly.GetName().Name);
        var folder = Path.GetDirectoryName(contracts.Location) ?? "";
        return
        [
            contracts,
            .. from part in contracts.GetCustomAttributes<ApplicationPartAttribute>()
               let file = Path.Combine(folder, $"{part.AssemblyName}.dll")
               where part.AssemblyName != contracts.GetName().Name && File.Exists(file)
               let assembly = loaded[part.AssemblyName].FirstOrDefault() ?? Assembly.LoadFrom(file)
               where Path.GetDirectoryName(assembly.Location) == folder
               select assembly,
        ];
    }

    private static bool HasGeneratedCode(Assembly assembly) => assembly.GetCustomAttributes<TypeManifestProviderAttribute>().Any();
}
