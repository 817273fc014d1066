using System.Net;
using Interleave.Embedded.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>A silo on the embedded runtime.</summary>
internal static class GrainRuntime
{
    /// <summary>Whether silos and their clients are on one machine in any case.</summary>
    public static bool StaysOnThisMachine => true;

    public static string Name { get; } = $"Embedded {typeof(EmbeddedSiloOptions).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Where this runtime can place grains.</summary>
    public static IReadOnlyList<Placement> Placements { get; } = [Placement.Hash];

    public static void AddSilo(IHostApplicationBuilder builder, SiloOptions options, ClusterSeat? seat)
    {
        // Silos that stay on one machine always have a seat in its folder.
        builder.Services.AddEmbeddedSilo(silo => Configure(silo, options, seat!));
        builder.Services.AddOptions<EmbeddedSiloOptions>().Configure<EndSilo>((silo, end) => silo.End = end.Invoke);
    }

    private static void Configure(EmbeddedSiloOptions silo, SiloOptions options, ClusterSeat seat)
    {
        silo.ClusterId = options.ClusterId;
        silo.Folder = seat.Folder.Embedded;
        silo.SiloEndpoint = new IPEndPoint(options.Listen, options.SiloPort);
        silo.GatewayEndpoint = new IPEndPoint(options.Listen, options.GatewayPort);
        silo.ResponseTimeout = options.ResponseTimeout;
    }
}
