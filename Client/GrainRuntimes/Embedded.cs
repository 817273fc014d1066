using Interleave.Embedded.Hosting;
using Interleave.Silo;
using Microsoft.Extensions.Hosting;

namespace Interleave.Client.GrainRuntimes;

/// <summary>A client of a cluster on the embedded runtime.</summary>
internal static class GrainClient
{
    public static void AddGrainClient(IHostApplicationBuilder builder, ClusterAddress cluster) => builder.Services.AddEmbeddedClient(client =>
    {
        client.ClusterId = cluster.ClusterId;
        client.Gateways = cluster.Gateways;
        client.Folder = ClusterFolder.Of(cluster.ClusterId).Embedded;
        client.ResponseTimeout = cluster.ResponseTimeout;
    });
}
