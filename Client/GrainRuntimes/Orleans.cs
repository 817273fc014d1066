using Interleave.Client.Clusters;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using SiloOptions = Interleave.Silo.SiloOptions;

namespace Interleave.Client.GrainRuntimes;

/// <summary>A client of a cluster on Microsoft Orleans.</summary>
internal static class GrainClient
{
    public static void AddGrainClient(IHostApplicationBuilder builder, ClusterAddress cluster) => builder.UseOrleansClient(client =>
    {
        client.UseStaticClustering([.. cluster.Gateways]);
        client.Configure<ClusterOptions>(options =>
        {
            options.ClusterId = cluster.ClusterId;
            options.ServiceId = SiloOptions.DefaultClusterId;
        });
        client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = cluster.ResponseTimeout);
        client.AddActivityPropagation();
    });
}
