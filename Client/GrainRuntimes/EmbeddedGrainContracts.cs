using System.Reflection;
using Interleave.Silo.GrainRuntimes;
using Microsoft.Extensions.DependencyInjection;

namespace Interleave.Client.GrainRuntimes;

/// <summary>Interfaces of grains that are not of this program; the embedded runtime has none.</summary>
internal static class GrainContracts
{
    /// <summary>Why grains of an assembly cannot be called; null where they can.</summary>
    public static string? Refusal(Assembly? contracts) =>
        $"'drive' calls grains of an Orleans cluster, and this program is built on {GrainRuntime.Name}, whose silos host no grains but its own: " +
            "use ./interleave --runtime orleans.";

    public static void AddTo(IServiceCollection services, Assembly contracts) => throw new NotSupportedException(Refusal(contracts));
}
