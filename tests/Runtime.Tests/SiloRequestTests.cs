using System.Net;
using System.Net.Sockets;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;

namespace Runtime.Tests;

public sealed class SiloRequestTests
{
    [Fact]
    public void Nothing_asked_is_a_silo_of_its_own()
    {
        var request = new SiloRequest();

        Assert.Empty(request.Faults());
        var options = request.Choose();
        Assert.Equal(IPAddress.Loopback, options.Listen);
        Assert.NotEqual(options.SiloPort, options.GatewayPort);
    }

    [Fact]
    public void All_faults_are_told_together_each_with_its_value_and_what_is_allowed()
    {
        var request = new SiloRequest
        {
            SiloPort = "many",
            GatewayPort = "65536",
            ClusterId = "a b",
            Clustering = "telepathy",
            ResponseTimeout = "-1",
            LogLevel = "loud",
        };

        var faults = request.Faults().ToList();

        Assert.Collection(
            faults,
            fault => Assert.StartsWith("--silo-port many: ", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("--gateway-port 65536: ", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("--cluster-id a b: ", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("--clustering telepathy: ", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("--response-timeout -1: ", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("--log-level loud: ", fault, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.Contains("allowed: ", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_way_to_place_grains_that_the_runtime_lacks_is_refused_with_those_that_it_has()
    {
        Assert.StartsWith("--placement nowhere: ", Assert.Single(new SiloRequest { Placement = "nowhere" }.Faults()), StringComparison.Ordinal);
        Assert.Equal(Placement.Hash, new SiloRequest { Placement = "hash" }.Choose().Placement);
        var random = new SiloRequest { Placement = "random" };
        if (GrainRuntime.Placements.Contains(Placement.Random))
        {
            Assert.Empty(random.Faults());
            Assert.Equal(Placement.Random, random.Choose().Placement);
        }
        else
        {
            Assert.Contains("by hash only, and lacks random, local, balanced; allowed: hash", Assert.Single(random.Faults()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("10.1.2.3")]
    public void Only_loopback_addresses_are_taken(string address)
    {
        var fault = Assert.Single(new SiloRequest { Listen = address }.Faults());

        Assert.StartsWith($"--listen {address}: ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_port_that_is_in_use_is_refused()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var fault = Assert.Single(new SiloRequest { SiloPort = $"{port}" }.Faults());

        Assert.StartsWith($"--silo-port {port}: in use on 127.0.0.1", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_was_not_named_is_the_next_free_one()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.True(Ports.NextFree(IPAddress.Loopback, taken) > taken);
    }

    [Fact]
    public void A_port_serves_one_purpose()
    {
        var port = Ports.AnyFree(IPAddress.Loopback);

        var fault = Assert.Single(new SiloRequest { SiloPort = $"{port}", GatewayPort = $"{port}" }.Faults());

        Assert.Contains("each needs a port of its own", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    public void A_cluster_id_that_could_lead_to_another_folder_is_refused(string clusterId)
    {
        var fault = Assert.Single(new SiloRequest { ClusterId = clusterId }.Faults());

        Assert.StartsWith($"--cluster-id {clusterId}: not a name", fault, StringComparison.Ordinal);
    }
}
