using System.Net;
using System.Reflection;
using Interleave.Embedded.Storage;
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

    public static void AddSilo(IHostApplicationBuilder builder, SiloOptions options, ClusterSeat seat) => builder.UseOrleans(silo =>
    {
        silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ClusterId = options.ClusterId;
            cluster.ServiceId = SiloOptions.DefaultClusterId;
        });
        silo.Configure<EndpointOptions>(endpoint =>
        {
            endpoint.AdvertisedIPAddress = options.Address;
            endpoint.SiloPort = options.SiloPort;
            endpoint.GatewayPort = options.GatewayPort;
            endpoint.SiloListeningEndpoint = new IPEndPoint(options.Address, options.SiloPort);
            endpoint.GatewayListeningEndpoint = new IPEndPoint(options.Address, options.GatewayPort);
        });
        silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = options.ResponseTimeout);
        silo.Configure<ClusterMembershipOptions>(KnowEachOtherSoon);
        // Orleans would follow the load, and a small run would land on one silo; by hash, the same grains make the same spread in every run.
        silo.Services.AddSingleton<PlacementStrategy, HashBasedPlacement>();
        silo.Configure<Orleans.Configuration.SiloOptions>(named => named.SiloName = seat.Name);
        silo.Services.AddSingleton<IMembershipTable>(services =>
            new FileMembershipTable(seat.Folder, reason => services.GetRequiredService<EndSilo>()(reason)));
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(_ => new MembershipTurns(seat.Folder));
        silo.Services.AddHostedService<SeatWatch>();
        silo.Services.AddSingleton<IFatalErrorHandler, FatalErrorHandler>();
        silo.AddActivityPropagation();
        silo.Services.AddSingleton(_ => new StateFiles(seat.Folder.GrainState));
        silo.Services.AddKeyedSingleton<IGrainStorage>(KeyedService.AnyKey, (services, name) =>
            ActivatorUtilities.CreateInstance<FileGrainStorage>(services, name as string ?? ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME));
        silo.Services.AddSingleton(services => services.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME));
    });

    /// <remarks>The assembly version stays the same within a major version; the product version goes on after the number.</remarks>
    private static string VersionOf(Assembly assembly)
    {
        var product = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return string.Concat(product.TakeWhile(c => char.IsAsciiDigit(c) || c == '.')).TrimEnd('.');
    }

    /// <summary>The defaults are made for machines far apart.</summary>
    /// <remarks>
    /// Which silos have died or are frozen is known without asking them (<see cref="SeatWatch"/>). Probes find those that hang otherwise, and must give
    /// one that is merely starved the time to answer late; one vote is enough, for there may be but two silos.
    /// </remarks>
    private static void KnowEachOtherSoon(ClusterMembershipOptions membership)
    {
        membership.NumVotesForDeathDeclaration = 1;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        membership.MaxJoinAttemptTime = TimeSpan.FromSeconds(30);
    }
}
