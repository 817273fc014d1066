using System.Net;
using System.Runtime.Versioning;
using Interleave.Client;
using Interleave.Client.Clusters;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;

namespace EndToEnd.Tests.Clusters;

public sealed class ClusterCommandsTests : IAsyncLifetime, IDisposable
{
    /// <summary>Silos that lose their owner are gone by then.</summary>
    private static readonly TimeSpan OrphansLimit = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _state = new();
    private readonly List<ClientProcess> _clients = [];

    private ClusterRegistry Registry => new(_state[Path.Combine("interleave", "clusters")]);

    private Dictionary<string, string?> Environment => new() { ["XDG_STATE_HOME"] = _state.Path };

    [LinuxFact]
    public async Task A_cluster_runs_on_after_up_until_down_whatever_happens_to_its_silos()
    {
        var up = Start("cluster", "up", "--silos", "2", "--name", "lab");
        var result = await up.EndAsync();
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var silos = Lab().Silos;
        Assert.Equal(silos.Select(silo => silo.ProcessId).Order(), up.Children.Order());

        var status = await DoneAsync("cluster", "status");
        Assert.All(silos, silo => Assert.Contains($"{silo.ProcessId}", status, StringComparison.Ordinal));

        // The first silo is no more special than another: it may be killed, and comes back under its number.
        await DoneAsync("cluster", "kill", "1");
        Assert.Equal([2], Lab().Living.Select(silo => silo.Number));
        await DoneAsync("cluster", "restart", "1");
        await DoneAsync("cluster", "add");
        Assert.Equal([1, 2, 3], Lab().Living.Select(silo => silo.Number));
        await DoneAsync("cluster", "stop", "2");
        Assert.Equal([1, 3], Lab().Living.Select(silo => silo.Number));

        await DoneAsync("cluster", "freeze", "3");
        Assert.True(ProcessStates.IsFrozen(Lab().Silos[2].ProcessId));
        Assert.Contains("frozen", await DoneAsync("cluster", "status"), StringComparison.Ordinal);

        await DoneAsync("cluster", "down");
        Assert.Empty(Registry.All());
        Assert.Empty(ProcessesOf(Registry));
        Assert.Empty(Directory.GetDirectories(_state[Path.Combine("interleave", "clusters")]));
    }

    [LinuxFact]
    public async Task A_frozen_silo_goes_on_when_it_is_thawed_soon()
    {
        await DoneAsync("cluster", "up", "--silos", "1", "--name", "lab");
        await DoneAsync("cluster", "freeze", "1");
        await DoneAsync("cluster", "thaw", "1");

        var silo = Assert.Single(Lab().Living);
        Assert.False(ProcessStates.IsFrozen(silo.ProcessId));
        // It answers how many grains it holds.
        Assert.DoesNotContain("–", await DoneAsync("cluster", "status"), StringComparison.Ordinal);
    }

    [LinuxTheory]
    [InlineData(Signals.Kill, 128 + Signals.Kill)]
    [InlineData(Signals.HangUp, 130)]
    [InlineData(Signals.Interrupt, 130)]
    public async Task However_up_is_ended_before_its_cluster_is_on_record_no_silo_is_left(int signal, int exitCode)
    {
        var up = Start("cluster", "up", "--silos", "8", "--name", "lab");
        await up.HasChildrenAsync(2);
        Assert.Empty(Lab().Silos);

        Signals.Send(up.Id, signal);

        Assert.Equal(exitCode, (await up.EndAsync()).ExitCode);
        await up.HasNoChildrenAsync(OrphansLimit);
        Assert.Empty(Registry.All());
    }

    [LinuxFact]
    public async Task Down_ends_a_cluster_that_is_still_being_started()
    {
        var up = Start("cluster", "up", "--silos", "8", "--name", "lab");
        await up.HasChildrenAsync(2);
        Assert.Contains("'lab'", await DoneAsync("cluster", "status"), StringComparison.Ordinal);

        await DoneAsync("cluster", "down", "--name", "lab");

        Assert.Equal(130, (await up.EndAsync()).ExitCode);
        await up.HasNoChildrenAsync(OrphansLimit);
        Assert.Empty(Registry.All());
    }

    [Theory]
    [InlineData("cluster", "status")]
    [InlineData("cluster", "down")]
    [InlineData("cluster", "down", "--all")]
    public async Task Where_no_cluster_runs_that_is_told_and_is_no_mistake(params string[] arguments)
    {
        Assert.StartsWith("No cluster runs. Start one with 'interleave cluster up'.", await DoneAsync(arguments), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--silos is '0': a whole number from 1 to 32 is allowed.", "cluster", "up", "--silos", "0")]
    [InlineData("--name local: allowed", "cluster", "up", "--name", "local")]
    [InlineData("--name -x: allowed", "cluster", "up", "--name=-x")]
    [InlineData("--name lab: no cluster of this name runs", "cluster", "status", "--name", "lab")]
    [InlineData("--name lab: no cluster of this name runs", "cluster", "down", "--name", "lab")]
    [InlineData("No cluster runs", "cluster", "add")]
    [InlineData("No cluster runs", "cluster", "kill", "1")]
    [InlineData("No cluster runs", "cluster", "stop", "1")]
    [InlineData("No cluster runs", "cluster", "freeze", "1")]
    [InlineData("No cluster runs", "cluster", "thaw", "1")]
    [InlineData("No cluster runs", "cluster", "restart", "1")]
    public async Task A_mistake_ends_with_2_and_says_what_is_allowed(string fault, params string[] arguments)
    {
        await RefusedAsync(fault, arguments);
    }

    [LinuxFact]
    public async Task A_silo_that_is_not_there_is_refused()
    {
        await DoneAsync("cluster", "up", "--silos", "2", "--name", "lab");
        await DoneAsync("cluster", "kill", "2");

        await RefusedAsync("--name lab: a cluster of this name runs.", "cluster", "up", "--name", "lab");
        await RefusedAsync("Silo 3: the cluster 'lab' has none of this number. Allowed: 1, 2.", "cluster", "kill", "3");
        await RefusedAsync("Silo 2 of the cluster 'lab' has ended.", "cluster", "thaw", "2");
    }

    [LinuxFact]
    public async Task Where_nobody_listens_a_run_ends_at_once_and_leaves_nothing()
    {
        var nobody = $"127.0.0.1:{Ports.AnyFree(IPAddress.Loopback)}";

        await RefusedAsync($"Nothing listens at {nobody} in --cluster", "run", "io", "--cluster", nobody);
    }

    [LinuxFact]
    public async Task A_cluster_of_another_name_is_refused_before_a_run_begins()
    {
        await using var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { Silos = 1 }, CancellationToken.None);

        await RefusedAsync("No gateway of the cluster 'another' on ", "run", "io", "--cluster", $"another@{cluster.Silos[0].Gateway}");
    }

    [LinuxFact]
    public async Task An_address_of_another_machine_is_not_even_called_where_the_runtime_stays_on_this_one()
    {
        if (GrainRuntime.StaysOnThisMachine)
        {
            await RefusedAsync("Gateway '192.0.2.1:30000' in --cluster is not on this machine", "run", "io", "--cluster", "192.0.2.1:30000");
        }
        else
        {
            // An address that is set aside for documentation: no machine has it.
            await RefusedAsync("Nothing listens at 192.0.2.1:30000 in --cluster", "run", "io", "--cluster", "192.0.2.1:30000");
        }
    }

    [LinuxFact]
    [SupportedOSPlatform("linux")]
    public async Task A_state_folder_that_others_may_write_to_is_not_used()
    {
        Directory.CreateDirectory(_state["interleave"]);
        File.SetUnixFileMode(_state["interleave"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);

        var up = Start("cluster", "up", "--silos", "1");
        var result = await up.EndAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"Other users may write to '{_state["interleave"]}'", Assert.Single(result.Faults), StringComparison.Ordinal);
        Assert.Empty(up.Children);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var client in _clients)
        {
            // Ends the silos that it left running, too.
            await client.DisposeAsync();
        }
    }

    public void Dispose() => _state.Dispose();

    private static IEnumerable<System.Diagnostics.Process> ProcessesOf(ClusterRegistry registry) => registry.All().SelectMany(cluster => cluster.Processes());

    private RegisteredCluster Lab() => Assert.Single(Registry.All());

    private ClientProcess Start(params string[] arguments)
    {
        var client = ClientProcess.Start(_state.Path, Environment, arguments);
        _clients.Add(client);
        return client;
    }

    private async Task<string> DoneAsync(params string[] arguments)
    {
        var result = await Start(arguments).EndAsync();
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output;
    }

    private async Task RefusedAsync(string fault, params string[] arguments)
    {
        var result = await Start(arguments).EndAsync();

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(fault, Assert.Single(result.Faults), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_state["runs"]));
    }
}
