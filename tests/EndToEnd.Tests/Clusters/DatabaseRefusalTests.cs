using System.Net;
using System.Net.Sockets;
using Interleave.Client.Tests.Databases;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo.Database;
using Interleave.Silo.GrainRuntimes;

namespace EndToEnd.Tests.Clusters;

/// <summary>What a cluster in a database does not forgive ends silo and client with 2 and one clear line.</summary>
public sealed class DatabaseRefusalTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [DatabaseClusterFact]
    public async Task A_wrong_password_is_told_and_not_shown()
    {
        var connection = postgres.Connection(password: "swordfish");

        await RefusedEverywhereAsync($"it refuses the user '{PostgresServer.Role}'", connection, secret: "swordfish");
    }

    [DatabaseClusterFact]
    public async Task A_connection_string_that_cannot_be_read_is_not_shown()
    {
        const string Connection = "Host=127.0.0.1;Pasword=swordfish";
        var silo = await SiloRefusedAsync($"{PostgresConnection.Variable}: not a connection string", Connection);
        await using var client = StartClient(Connection, "--cluster", "postgres");
        var result = await client.EndAsync();

        // The scenario io has a use for the variable too.
        Assert.Equal((2, 2), (result.ExitCode, result.Faults.Count));
        Assert.All(result.Faults.Append(silo), fault => Assert.DoesNotContain("swordfish", fault, StringComparison.Ordinal));
        Assert.All(result.Faults, fault => Assert.Contains(PostgresConnection.Variable, fault, StringComparison.Ordinal));
    }

    [DatabaseClusterFact]
    public async Task A_missing_connection_is_told() => await RefusedEverywhereAsync("No connection to a database is given", connection: "");

    [DatabaseClusterFact]
    public async Task A_missing_and_an_old_schema_are_told()
    {
        var connection = await postgres.NewDatabaseAsync();
        await RefusedEverywhereAsync("has no schema", connection);

        await InitializeAsync(connection);
        await PostgresServer.ExecuteAsync(connection, "UPDATE InterleaveSchema SET Version = 0 WHERE Part = 'membership'");
        await RefusedEverywhereAsync("has an old schema: membership 0", connection);
        await PostgresServer.ExecuteAsync(connection, "UPDATE InterleaveSchema SET Version = 1; DELETE FROM InterleaveSchema WHERE Part = 'storage'");
        await RefusedEverywhereAsync("older than this program", connection);
    }

    [DatabaseClusterFact]
    public async Task A_name_that_does_not_resolve_is_told()
    {
        await RefusedEverywhereAsync("the name 'nowhere.invalid' does not resolve", "Host=nowhere.invalid;Username=a;Password=b;Database=c");
        await SiloRefusedAsync("--advertise nowhere.invalid: the name does not resolve", postgres.Connection(), "--advertise", "nowhere.invalid");
    }

    [DatabaseClusterFact]
    public async Task A_server_that_is_not_there_is_told()
    {
        var connection = $"Host=127.0.0.1;Port={Interleave.Silo.Ports.AnyFree(IPAddress.Loopback)};Username=a;Password=b;Database=c";

        await RefusedEverywhereAsync("nobody listens there", connection);
    }

    [DatabaseClusterFact]
    public async Task A_port_that_is_taken_is_told()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = $"{((IPEndPoint)other.LocalEndpoint).Port}";

        await SiloRefusedAsync($"--gateway-port {port}: in use on 127.0.0.1", postgres.Connection(), "--gateway-port", port);
    }

    [DatabaseClusterFact]
    public async Task A_certificate_that_is_not_there_is_told()
    {
        string[] files = ["--certificate", "nothing.pem", "--authority", "nobody.pem"];

        await SiloRefusedAsync("--authority ", postgres.Connection(), files);
        await ClientRefusedAsync("--authority ", postgres.Connection(), ["--cluster", "postgres", .. files]);
    }

    [DatabaseClusterFact]
    public async Task A_wrong_cluster_is_told_with_those_that_run()
    {
        var connection = await postgres.NewDatabaseAsync();
        await InitializeAsync(connection);
        await ClientRefusedAsync("none of any other cluster is: start one with --clustering postgres", connection, "--cluster", "postgres");
        var (silo, _) = await SiloUnderTest.JoinAsync(connection, ["--cluster-id", "lab"]);
        await using (silo)
        {
            await ClientRefusedAsync("No silo of the cluster 'lba' is active", connection, "--cluster", "lba@postgres");
            await ClientRefusedAsync("allowed: lab@postgres.", connection, "--cluster", "postgres");
        }
    }

    [Fact]
    public async Task A_runtime_that_stays_on_this_machine_refuses_every_option_for_others_with_the_reason()
    {
        if (!GrainRuntime.StaysOnThisMachine)
        {
            return;
        }

        var reason = $"{GrainRuntime.Name} stays on this machine";
        await SiloRefusedAsync($"--clustering postgres: {reason}", connection: null);
        await SiloRefusedAsync($"--clustering postgres: {reason}", connection: null, "--init-database");
        await ClientRefusedAsync($"--cluster postgres: {reason}", connection: null, "--cluster", "postgres");
        await ClientRefusedAsync($"--certificate: {reason}", connection: null, "--certificate", "a.pem");
        var chaos = await ClientProcess.RunAsync(_folder.Path, "chaos", "--clustering", "postgres");
        Assert.Equal((2, true), (chaos.ExitCode, chaos.Error.StartsWith($"--clustering postgres: {reason}", StringComparison.Ordinal)));
        var certificates = await ClientProcess.RunAsync(_folder.Path, "cluster", "certificates");
        Assert.Equal((2, true), (certificates.ExitCode, certificates.Error.StartsWith($"cluster certificates: {reason}", StringComparison.Ordinal)));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task InitializeAsync(string connection)
    {
        await using var silo = SiloUnderTest.Start(connection, ["--init-database"]);
        Assert.Equal((0, ""), await silo.EndAsync());
    }

    private async Task RefusedEverywhereAsync(string fault, string connection, string? secret = null)
    {
        var silo = await SiloRefusedAsync(fault, connection);
        var client = await ClientRefusedAsync(fault, connection, "--cluster", "postgres");
        Assert.All([silo, client], error => Assert.DoesNotContain(secret ?? Environment.NewLine, error, StringComparison.Ordinal));
    }

    private static async Task<string> SiloRefusedAsync(string fault, string? connection, params string[] arguments)
    {
        await using var silo = SiloUnderTest.Start(connection, ["--clustering", "postgres", .. arguments]);
        var (exitCode, errors) = await silo.EndAsync();
        Assert.Equal(2, exitCode);
        return OneLine(fault, errors);
    }

    private async Task<string> ClientRefusedAsync(string fault, string? connection, params string[] arguments)
    {
        await using var client = StartClient(connection, arguments);
        var result = await client.EndAsync();
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
        return OneLine(fault, result.Error);
    }

    private ClientProcess StartClient(string? connection, params string[] arguments) => ClientProcess.Start(
        _folder.Path, new Dictionary<string, string?> { [PostgresConnection.Variable] = connection }, ["run", "io", .. arguments]);

    private static string OneLine(string fault, string errors)
    {
        var line = Assert.Single(errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(fault, line, StringComparison.Ordinal);
        return line;
    }
}
