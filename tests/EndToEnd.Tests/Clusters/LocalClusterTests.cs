using System.Diagnostics;
using Interleave.Client.Clusters;
using Interleave.Client.GrainRuntimes;

namespace EndToEnd.Tests.Clusters;

public sealed class LocalClusterTests
{
    [Fact]
    public async Task Every_silo_sees_all_of_them_once_the_cluster_has_started()
    {
        await using var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { Silos = 3 }, CancellationToken.None);

        foreach (var silo in cluster.Silos)
        {
            await using var client = await GrainClientHost.ConnectAsync(cluster.Address with { Gateways = [silo.Gateway] }, CancellationToken.None);
            var hosts = await client.Client.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true);
            Assert.Equal(cluster.Silos.Select(each => each.Endpoint!.Port).Order(), hosts.Keys.Select(host => host.Endpoint.Port).Order());
        }
    }

    [Fact]
    public async Task Two_clusters_run_at_once_and_end_with_their_silos()
    {
        var clusters = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => LocalCluster.StartAsync(new LocalClusterOptions(), CancellationToken.None)));
        var silos = clusters.SelectMany(cluster => cluster.Silos).Select(silo => Process.GetProcessById(silo.ProcessId!.Value)).ToList();

        foreach (var cluster in clusters)
        {
            await using var client = await GrainClientHost.ConnectAsync(cluster.Address, CancellationToken.None);
            Assert.Equal(2, (await client.Client.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true)).Count);
        }

        await Task.WhenAll(clusters.Select(cluster => cluster.DisposeAsync().AsTask()));
        Assert.All(silos, silo => Assert.True(silo.HasExited));
    }

    [Fact]
    public async Task A_silo_that_cannot_start_says_why()
    {
        var options = new LocalClusterOptions { ClusterId = "not a name" };

        var error = await Assert.ThrowsAsync<ClusterException>(() => LocalCluster.StartAsync(options, CancellationToken.None));

        Assert.Contains("exit code 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("--cluster-id not a name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_connecting_fails_in_time_and_says_where()
    {
        var nobody = new ClusterAddress(
            "nobody", [new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, Interleave.Silo.Ports.AnyFree(System.Net.IPAddress.Loopback))]);

        var error = await Assert.ThrowsAsync<ClusterException>(() => GrainClientHost.ConnectAsync(nobody, CancellationToken.None, TimeSpan.FromSeconds(2)));

        Assert.Contains(nobody.Gateways[0].ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_another_clusters_name_is_not_let_in()
    {
        await using var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { Silos = 1 }, CancellationToken.None);

        await Assert.ThrowsAsync<ClusterException>(() =>
            GrainClientHost.ConnectAsync(cluster.Address with { ClusterId = "another" }, CancellationToken.None, TimeSpan.FromSeconds(3)));
    }
}
