using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Interleave.Client;
using Interleave.Client.Clusters;
using Interleave.Client.GrainRuntimes;
using Interleave.Embedded.Network;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo;
using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Network;

public sealed class FileDescriptorsTests
{
    private const int Strangers = 600;

    /// <summary>Far fewer descriptors than there are strangers, and some more than a silo takes for itself.</summary>
    private const string StartWithFewDescriptors = "ulimit -n 450; exec \"$0\" \"$@\"";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public void The_limit_is_that_which_holds_now()
    {
        string[] table =
        [
            "Limit                     Soft Limit           Hard Limit           Units     ",
            "Max processes             94000                94000                processes ",
            "Max open files            1024                 524288               files     ",
        ];

        Assert.Equal(1024, FileDescriptors.LimitIn(table));
        Assert.Null(FileDescriptors.LimitIn(["Max open files            unlimited            unlimited            files     "]));
        Assert.Null(FileDescriptors.LimitIn([]));
    }

    [Theory]
    [InlineData(1_064, 500)]
    [InlineData(80, 8)]
    [InlineData(64, FileDescriptors.FewestConnections)]
    [InlineData(0, FileDescriptors.FewestConnections)]
    [InlineData(null, int.MaxValue)]
    public void Connections_leave_some_descriptors_free(int? free, int each) => Assert.Equal(each, FileDescriptors.ConnectionsOfEach(listeners: 2, free));

    [LinuxFact]
    public void A_shortage_of_descriptors_is_told_from_a_folder_that_cannot_be_used()
    {
        Assert.True(FileDescriptors.AreUsedUp(new IOException("Too many open files", 24)));
        Assert.False(FileDescriptors.AreUsedUp(new IOException("No space left on device", 28)));
        Assert.False(FileDescriptors.AreUsedUp(new DirectoryNotFoundException()));
    }

    [LinuxFact]
    public async Task A_silo_outlives_more_connections_than_it_has_descriptors_for_and_takes_clients_when_they_have_gone()
    {
        var clusterId = $"descriptors-{Guid.NewGuid():N}";
        using var silo = Start(clusterId);
        var ready = SiloReady.Parse((await silo.StandardOutput.ReadLineAsync().WaitAsync(Limit))!); // It tells when it is ready.
        var gateway = new IPEndPoint(IPAddress.Parse(ready.Address), ready.GatewayPort);

        var strangers = await Task.WhenAll(Enumerable.Range(0, Strangers).Select(_ => DialAsync(gateway)));
        await HungUpAsync(strangers[0]).WaitAsync(Limit); // It says nothing, and the silo has no patience with it.
        Array.ForEach(strangers, stranger => stranger.Dispose());

        await using (var client = await GrainClientHost.ConnectAsync(new ClusterAddress(clusterId, [gateway]), CancellationToken.None))
        {
            Assert.Equal(7, await client.Client.GetGrain<IIdentityGrain>("key").Remember(7));
        }

        silo.StandardInput.Close();
        await silo.WaitForExitAsync().WaitAsync(Limit);
        Assert.Equal(0, silo.ExitCode);
    }

    private static Process Start(string clusterId)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] arguments =
        [
            "-c", StartWithFewDescriptors, DotnetHost.Path, SharedClusters.Program, "--owned", "--silo-port", "0", "--gateway-port", "0", "--cluster-id",
            clusterId, "--log-level", "critical",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        return Process.Start(start)!; // Starting by a path always makes a process, or throws.
    }

    private static async Task<Socket> DialAsync(IPEndPoint gateway)
    {
        var stranger = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await stranger.ConnectAsync(gateway);
        return stranger;
    }

    private static async Task HungUpAsync(Socket stranger)
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
