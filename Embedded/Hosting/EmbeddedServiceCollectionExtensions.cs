using System.Net;
using Interleave.Embedded.Network;
using Interleave.Embedded.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Interleave.Embedded.Hosting;

/// <summary>Adds a silo, or a client of silos, to a host.</summary>
public static class EmbeddedServiceCollectionExtensions
{
    /// <summary>This host becomes a silo; calls made in it reach its own grains without leaving the process.</summary>
    public static IServiceCollection AddEmbeddedSilo(this IServiceCollection services, Action<EmbeddedSiloOptions> configure)
    {
        services.AddOptions<EmbeddedSiloOptions>().Configure(configure)
            .Validate(options => IsLocal(options.SiloEndpoint), Refusal(nameof(EmbeddedSiloOptions.SiloEndpoint)))
            .Validate(options => IsLocal(options.GatewayEndpoint), Refusal(nameof(EmbeddedSiloOptions.GatewayEndpoint)))
            .Validate(options => options.ResponseTimeout > TimeSpan.Zero, $"{nameof(EmbeddedSiloOptions.ResponseTimeout)} must be more than nothing.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<GrainClasses>();
        services.AddLogging();
        services.AddSingleton<Silo>();
        services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<Silo>());
        services.AddSingleton<IClusterClient>(provider => provider.GetRequiredService<Silo>());
        services.AddHostedService(provider => provider.GetRequiredService<Silo>());
        return services;
    }

    /// <summary>This host calls the grains of silos in other processes.</summary>
    public static IServiceCollection AddEmbeddedClient(this IServiceCollection services, Action<EmbeddedClientOptions> configure)
    {
        services.AddOptions<EmbeddedClientOptions>().Configure(configure)
            .Validate(options => options.Gateways.Count > 0, $"{nameof(EmbeddedClientOptions.Gateways)} must name one gateway at least.")
            .Validate(options => options.Gateways.All(IsLocal), Refusal(nameof(EmbeddedClientOptions.Gateways)))
            .Validate(options => options.ResponseTimeout > TimeSpan.Zero, $"{nameof(EmbeddedClientOptions.ResponseTimeout)} must be more than nothing.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<GrainClasses>();
        services.AddSingleton<Client>();
        services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<Client>());
        services.AddSingleton<IClusterClient>(provider => provider.GetRequiredService<Client>());
        services.AddHostedService(provider => provider.GetRequiredService<Client>());
        return services;
    }

    private static bool IsLocal(IPEndPoint endPoint) => IPAddress.IsLoopback(endPoint.Address);

    private static string Refusal(string option) =>
        $"{option} must be a loopback address: the embedded grain runtime stays on this machine. For silos over machines, build with GrainRuntime=Orleans.";
}
