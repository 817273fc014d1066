using System.Net;
using Interleave.Client;
using Interleave.Client.Clusters;

namespace EndToEnd.Tests.Clusters;

public sealed class GatewayAddressTests
{
    private static readonly ClusterRegistry Empty = new(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()));

    [Fact]
    public void Gateways_are_taken_by_address_and_port()
    {
        var cluster = RunningCluster.Find("lab@127.0.0.1:30000,localhost:30001", Empty);

        Assert.Equal("lab", cluster.Address.ClusterId);
        Assert.Equal([new IPEndPoint(IPAddress.Loopback, 30000), new IPEndPoint(IPAddress.Loopback, 30001)], cluster.Address.Gateways);
    }

    [Theory]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:70000")]
    [InlineData("somewhere:30000")]
    [InlineData(":30000")]
    public void Anything_else_is_refused_with_its_value(string gateway)
    {
        var error = Assert.Throws<UserError>(() => RunningCluster.Find(gateway, Empty));

        Assert.Contains($"'{gateway}'", Assert.Single(error.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_refused()
    {
        var error = Assert.Throws<UserError>(() => RunningCluster.Find("lab", Empty));

        Assert.StartsWith("Unknown cluster 'lab'", Assert.Single(error.Lines), StringComparison.Ordinal);
    }
}
