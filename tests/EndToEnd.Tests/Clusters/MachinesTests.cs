using Interleave.Client.Records;
using Interleave.Client.Tests.Databases;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo;
using Interleave.Silo.Database;

namespace EndToEnd.Tests.Clusters;

/// <summary>A cluster over hosts: the database on one, a silo on each of three, the client on another.</summary>
public sealed class MachinesTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Hosts = ["a", "b", "c"];

    /// <summary>Long enough for three silent probes, two votes and a busy machine.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(5);

    private static readonly string[] Costs = ["cpu-time", "memory", "threads", "context-switches", "heap"];

    /// <summary>So that each run is over soon, also over slow links.</summary>
    private static readonly Dictionary<string, string[]> Small = new()
    {
        ["io"] = ["operations=20", "delay=5"],
        ["cpu"] = ["numbers=20000"],
        ["switch"] = ["rallies=1"],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, SiloUnderTest> _silos = [];
    private MachineNetwork? _network;
    private PostgresServer? _server;

    private MachineNetwork Network => _network ?? throw new InvalidOperationException("This test is skipped here.");

    private string Connection => _server!.Connection(); // Set wherever the test is not skipped.

    public async Task InitializeAsync()
    {
        if (DatabaseClusterFactAttribute.WhyNot is null && MachineNetwork.WhyNot is null)
        {
            _network = await MachineNetwork.CreateAsync(["db", "client", .. Hosts]);
            _server = PostgresServer.At(_network.AddressOf("db"), _network.On("db"));
            await _server.InitializeAsync();
            await File.WriteAllTextAsync(_folder["connection"], Connection);
            new DatabaseSchema(PostgresConnection.Read(_folder["connection"])).Initialize();
        }
    }

    [MachinesFact]
    public async Task Work_is_carried_by_all_machines_also_over_slow_links_and_by_those_that_are_left_when_one_is_cut_off()
    {
        await Task.WhenAll(Hosts.Select(JoinAsync));
        var plain = await RunAsync("plain", "io", "cpu", "switch");
        // Nobody sees processes of other machines: their silos tell.
        Assert.All(plain, trial => Assert.All(Costs, cost => Assert.Contains(cost, trial.Metrics.Keys)));

        foreach (var host in Hosts)
        {
            Network.Delay(host, Delay);
        }

        var slow = await RunAsync("slow", "io", "cpu", "switch");
        Assert.InRange(slow.Single(trial => trial.Variant == "two silos").Metrics["switch-time"], 2 * Delay.TotalSeconds, double.PositiveInfinity);

        await Network.CutAsync("c");
        await ActiveAsync(2);
        await RunAsync("cut", "io");

        // The silo that was cut off finds in the table that it was declared dead, and ends.
        await Network.HealAsync("c");
        Assert.Equal(1, (await _silos["c"].EndAsync()).ExitCode);
        await JoinAsync("c");
        await ActiveAsync(3);
        await RunAsync("healed", "io");
    }

    public async Task DisposeAsync()
    {
        foreach (var silo in _silos.Values)
        {
            await silo.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (_network is not null)
        {
            await _network.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task JoinAsync(string host)
    {
        var (silo, ready) = await SiloUnderTest.JoinAsync(Connection, ["--listen-any"], wrapper: Network.On(host));
        lock (_silos)
        {
            _silos[host] = silo;
        }

        // Found out by the way to the database.
        Assert.Equal(Network.AddressOf(host), ready.Address);
    }

    private Task ActiveAsync(int silos) => Eventually.IsTrueAsync(
        () => new MembershipTable(PostgresConnection.Read(_folder["connection"])).Gateways(SiloOptions.DefaultClusterId).Count == silos,
        Recovery,
        $"{silos} silos are active");

    /// <returns>The trials of grains.</returns>
    private async Task<IReadOnlyList<Trial>> RunAsync(string name, params string[] scenarios)
    {
        string[] words =
        [
            "run", .. scenarios, "--models", "threads,grains", "--rounds", "1", "--out", _folder[name],
            .. scenarios.SelectMany(scenario => Small[scenario]).SelectMany(parameter => (string[])["--param", parameter]),
            "--cluster", "postgres", "--connection-file", _folder["connection"],
        ];
        await using var client = ClientProcess.StartUnder(Network.On("client"), _folder.Path, [], words);

        var result = await client.EndAsync();

        Assert.True(result.ExitCode == 0, result.Error + result.Output);
        var trials = RunFile.Read(_folder[name]).Trials.Where(trial => trial.Model == "grains").ToList();
        Assert.Equal(scenarios.Order(), trials.Select(trial => trial.Scenario).Distinct().Order());
        Assert.All(trials, trial => Assert.Null(trial.Error));
        return trials;
    }
}
