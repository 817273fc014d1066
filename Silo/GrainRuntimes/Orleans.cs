using System.Net;
using System.Reflection;
using Interleave.Embedded.Storage;
using Interleave.Grains.Meters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Providers;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>A silo on Microsoft Orleans.</summary>
internal static class GrainRuntime
{
    /// <summary>Whether silos and their clients are on one machine in any case.</summary>
    public static bool StaysOnThisMachine => false;

    public static string Name { get; } = $"Orleans {VersionOf(typeof(ISiloBuilder).Assembly)}";

    /// <summary>Where this runtime can place grains.</summary>
    public static IReadOnlyList<Placement> Placements { get; } = Enum.GetValues<Placement>();

    public static void AddSilo(IHostApplicationBuilder builder, SiloOptions options, ClusterSeat? seat) => builder.UseOrleans(silo =>
    {
        silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ClusterId = options.ClusterId;
            cluster.ServiceId = options.ClusterId; // What grains keep in a database is told apart by it.
        });
        silo.Configure<EndpointOptions>(endpoint =>
        {
            endpoint.AdvertisedIPAddress = options.Advertise;
            endpoint.SiloPort = options.SiloPort;
            endpoint.GatewayPort = options.GatewayPort;
            endpoint.SiloListeningEndpoint = new IPEndPoint(options.Listen, options.SiloPort);
            endpoint.GatewayListeningEndpoint = new IPEndPoint(options.Listen, options.GatewayPort);
        });
        silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = options.ResponseTimeout);
        // By itself, Orleans follows the load, and a small run would land on one silo; by hash, the same grains make the same spread in every run.
        _ = options.Placement switch
        {
            Placement.Random => silo.Services.AddSingleton<PlacementStrategy, RandomPlacement>(),
            Placement.Local => silo.Services.AddSingleton<PlacementStrategy, PreferLocalPlacement>(),
            Placement.Balanced => silo.Services.AddSingleton<PlacementStrategy, ActivationCountBasedPlacement>(),
            _ => silo.Services.AddSingleton<PlacementStrategy, HashBasedPlacement>(),
        };
#pragma warning disable ORLEANSEXP003 // Orleans calls it experimental; its tests and ours run it.
        // The default one agrees only in the end: while silos come and go, a grain could have two activations for a moment.
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
        silo.Services.AddPlacementDirector<OnNamedSilo, OnNamedSiloDirector>();
        silo.Configure<Orleans.Configuration.SiloOptions>(named => named.SiloName = seat?.Name ?? $"{Environment.MachineName}-{Environment.ProcessId}");
        if (seat is not null)
        {
            FolderMembership.AddTo(silo, seat);
            FolderStorage.AddTo(silo, seat);
        }
        else if (options.Database is { } database)
        {
            DatabaseMembership.AddTo(silo, database);
            DatabaseStorage.AddTo(silo, database);
        }

        if (options.Tls is { } tls)
        {
            SiloTls.AddTo(silo, tls);
        }

        silo.Services.AddSingleton<IFatalErrorHandler, FatalErrorHandler>();
        silo.AddActivityPropagation();
    });

    /// <remarks>The assembly version stays the same within a major version; the product version goes on after the number.</remarks>
    private static string VersionOf(Assembly assembly)
    {
        var product = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return string.Concat(product.TakeWhile(c => char.IsAsciiDigit(c) || c == '.')).TrimEnd('.');
    }
}
