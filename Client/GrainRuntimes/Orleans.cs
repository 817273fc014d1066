using System.Net;
using Interleave.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Messaging;
using SiloOptions = Interleave.Silo.SiloOptions;

namespace Interleave.Client.GrainRuntimes;

/// <summary>A client of a cluster on Microsoft Orleans.</summary>
internal static class GrainClient
{
    public static void AddGrainClient(IHostApplicationBuilder builder, ClusterAddress cluster) => builder.UseOrleansClient(client =>
    {
        if (ClusterFolder.Of(cluster.ClusterId) is { IsInUse: true } folder && cluster.Gateways.All(gateway => IPAddress.IsLoopback(gateway.Address)))
        {
            client.Services.AddSingleton<IGatewayListProvider>(new FileGateways(folder, cluster.Gateways));
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = FileGateways.RefreshPeriod);
        }
        else
        {
            client.UseStaticClustering([.. cluster.Gateways]);
        }

        client.Configure<ClusterOptions>(options =>
        {
            options.ClusterId = cluster.ClusterId;
            options.ServiceId = SiloOptions.DefaultClusterId;
        });
        client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = cluster.ResponseTimeout);
        client.AddActivityPropagation();
    });
}
