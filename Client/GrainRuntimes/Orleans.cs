using System.Net;
using Interleave.Silo;
using Interleave.Silo.Certificates;
using Interleave.Silo.GrainRuntimes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Messaging;
using SiloOptions = Interleave.Silo.SiloOptions;

namespace Interleave.Client.GrainRuntimes;

/// <summary>A client of a cluster on Microsoft Orleans.</summary>
internal static class GrainClient
{
    /// <summary>Silos that come are called, and those that go are not, from then on.</summary>
    private static readonly TimeSpan DatabaseRefreshPeriod = TimeSpan.FromSeconds(2);

    public static void AddGrainClient(IHostApplicationBuilder builder, ClusterAddress cluster) => builder.UseOrleansClient(client =>
    {
        if (cluster.Database is { } database)
        {
            client.UseAdoNetClustering(options =>
            {
                options.Invariant = DatabaseMembership.Invariant;
                options.ConnectionString = database.Secret;
            });
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = DatabaseRefreshPeriod);
        }
        else if (ClusterFolder.Of(cluster.ClusterId) is { IsInUse: true } folder && cluster.Gateways.All(gateway => IPAddress.IsLoopback(gateway.Address)))
        {
            client.Services.AddSingleton<IGatewayListProvider>(new FileGateways(folder, cluster.Gateways));
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = FileGateways.RefreshPeriod);
        }
        else
        {
            client.UseStaticClustering([.. cluster.Gateways]);
        }

        if (cluster.Tls is { } files)
        {
            var own = TlsIdentity.Load(files, CertificatePurpose.OfClient);
            client.Configure<ClientConnectionOptions>(connections =>
                connections.ConfigureConnection(connection => connection.UseClientTls(SiloTls.Asking(own, CertificatePurpose.OfServer))));
        }

        client.Configure<ClusterOptions>(options =>
        {
            options.ClusterId = cluster.ClusterId;
            options.ServiceId = cluster.ClusterId;
        });
        client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = cluster.ResponseTimeout);
        client.AddActivityPropagation();
    });
}
