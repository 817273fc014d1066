using System.Net.Sockets;
using Interleave.Client.Clusters;
using Runtime.Tests.Clusters;

namespace Runtime.Tests.Embedded;

[Collection(SharedClustersCollection.Name)]
public sealed class WireTests(SharedClusters clusters)
{
    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0x7F })]
    [InlineData(new byte[] { 0, 0, 0, 0 })]
    [InlineData(new byte[] { 3, 0, 0, 0, 99, 1, 2 })]
    [InlineData(new byte[] { 1, 0, 0, 0, 5 })]
    [InlineData(new byte[] { 9, 0, 0, 0, 0, 200, 0, 0, 0, 200, 0, 0, 0 })]
    [InlineData(new byte[] { 11, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'"' })]
    public async Task Bytes_that_are_no_frames_cost_their_sender_the_connection_and_nobody_else(byte[] bytes)
    {
        var gateway = clusters.Cluster(Hosting.TwoProcesses).Address.Gateways[0];
        using var stranger = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await stranger.ConnectAsync(gateway);
        await stranger.SendAsync(bytes);

        await HangUpAsync(stranger);

        var grain = clusters.Grains(Hosting.TwoProcesses).GetGrain<IManagementGrain>(0);
        Assert.Equal(2, (await grain.GetHosts()).Count);
    }

    [Fact]
    public async Task A_client_of_another_cluster_is_told_the_names_of_both()
    {
        var address = clusters.Cluster(Hosting.TwoProcesses).Address;

        var fault = await Assert.ThrowsAsync<ClusterException>(() =>
            GrainClientHost.ConnectAsync(address with { ClusterId = "another" }, CancellationToken.None));

        Assert.Contains($"'{address.ClusterId}', not 'another'", fault.InnerException?.Message, StringComparison.Ordinal);
    }

    /// <summary>The silo may say why before it hangs up.</summary>
    private static async Task HangUpAsync(Socket stranger)
    {
        var said = new byte[1024];
        try
        {
            while (await stranger.ReceiveAsync(said) > 0)
            {
            }
        }
        catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
        {
            // That is an end, too.
        }
    }
}
