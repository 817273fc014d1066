using Interleave.Client;
using Interleave.Client.Clusters;
using Interleave.Client.Tests.Databases;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo.Certificates;
using Interleave.Silo.Database;

namespace EndToEnd.Tests.Clusters;

/// <summary>Silos and clients with certificates of one authority talk to each other, and to nobody else.</summary>
public sealed class CertificateTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SiloUnderTest> _silos = [];
    private string _connection = "";

    private string Own => _folder["own"];

    private string Other => _folder["other"];

    public async Task InitializeAsync()
    {
        if (DatabaseClusterFactAttribute.WhyNot is null)
        {
            _connection = await postgres.NewDatabaseAsync();
            await File.WriteAllTextAsync(_folder["connection"], _connection);
            new DatabaseSchema(PostgresConnection.Read(_folder["connection"])).Initialize();
            foreach (var folder in (string[])[Own, Other])
            {
                Assert.Equal(0, (await ClientProcess.RunAsync(_folder.Path, "cluster", "certificates", "--out", folder)).ExitCode);
            }
        }
    }

    [DatabaseClusterFact]
    public async Task Silos_join_and_a_client_of_their_authority_is_served_while_all_others_are_told_why_not()
    {
        await JoinAsync(Files(Own, "silo"));
        await JoinAsync(Files(Own, "silo"));

        await CheckAsync(Files(Own, "client"));
        await CheckAsync(Files(Own, "silo"));
        Assert.Contains("takes only clients with a certificate", await FaultAsync(null), StringComparison.Ordinal);
        Assert.Contains("did not sign for a silo", await FaultAsync(Files(Other, "client")), StringComparison.Ordinal);
        // Signed by a stranger, and sent by somebody who knows the right authority.
        var forged = new TlsFiles(Path.Combine(Other, "client.pem"), Path.Combine(Own, "authority.pem"));
        Assert.Throws<CertificateException>(() => TlsIdentity.Load(forged, CertificatePurpose.OfClient));
    }

    [DatabaseClusterFact]
    public async Task A_silo_that_disagrees_with_the_others_about_certificates_ends_in_one_line_before_it_joins()
    {
        await JoinAsync(Files(Own, "silo"));

        await RefusedAsync("takes only silos with a certificate", null);
        await RefusedAsync("it did not sign for the silo", Files(Other, "silo"));

        await using var source = Npgsql.NpgsqlDataSource.Create(_connection);
        await using var members = source.CreateCommand("SELECT count(*) FROM OrleansMembershipTable");
        Assert.Equal(1L, await members.ExecuteScalarAsync());
    }

    [DatabaseClusterFact]
    public async Task A_silo_with_certificates_does_not_join_those_that_have_none()
    {
        await JoinAsync(null);
        await JoinAsync(null);

        await RefusedAsync("certificates for all silos of a cluster, or for none of them", Files(Own, "silo"));
    }

    [DatabaseClusterFact]
    public async Task A_silo_that_died_and_is_still_in_the_table_keeps_nobody_out()
    {
        await JoinAsync(Files(Own, "silo"));
        await _silos[0].KillAsync();

        await JoinAsync(Files(Own, "silo"));

        await CheckAsync(Files(Own, "client"));
    }

    [DatabaseClusterFact]
    public async Task A_silo_without_certificates_tells_a_client_that_has_them()
    {
        await JoinAsync(null);

        Assert.Contains("does not answer as TLS would", await FaultAsync(Files(Own, "client")), StringComparison.Ordinal);
    }

    [DatabaseClusterFact]
    public async Task A_client_s_certificate_does_not_make_a_silo()
    {
        await using var silo = SiloUnderTest.Start(_connection, ["--clustering", "postgres", .. Words(Files(Own, "client"))]);

        var (exitCode, errors) = await silo.EndAsync();

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"--certificate {Path.Combine(Own, "client.pem")}: not good for this", errors, StringComparison.Ordinal);
    }

    [DatabaseClusterFact]
    public async Task Nobody_else_may_read_a_private_key_and_none_is_written_over()
    {
        Assert.All(new DirectoryInfo(Own).GetFiles(), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));

        var again = await ClientProcess.RunAsync(_folder.Path, "cluster", "certificates", "--out", Own);

        Assert.Equal(2, again.ExitCode);
        Assert.All(again.Faults, fault => Assert.EndsWith("is there already. Allowed: a folder without it.", fault, StringComparison.Ordinal));
    }

    public async Task DisposeAsync()
    {
        foreach (var silo in _silos)
        {
            await silo.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    private static TlsFiles Files(string folder, string who) => new(Path.Combine(folder, $"{who}.pem"), Path.Combine(folder, "authority.pem"));

    private static string[] Words(TlsFiles? tls) => tls is null ? [] : ["--certificate", tls.Certificate, "--authority", tls.Authority];

    private async Task JoinAsync(TlsFiles? tls)
    {
        var (silo, _) = await SiloUnderTest.JoinAsync(_connection, Words(tls));
        _silos.Add(silo);
    }

    private async Task RefusedAsync(string fault, TlsFiles? tls)
    {
        await using var silo = SiloUnderTest.Start(_connection, ["--clustering", "postgres", .. Words(tls)]);
        var (exitCode, errors) = await silo.EndAsync();
        Assert.Equal(2, exitCode);
        Assert.Contains(fault, Assert.Single(errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private Task CheckAsync(TlsFiles? tls)
    {
        var access = new ClusterAccess(_folder["connection"], tls);
        return RunningCluster.CheckAsync(RunningCluster.Find(ClusterChoice.Postgres, new ClusterRegistry(_folder["clusters"]), access), CancellationToken.None);
    }

    private async Task<string> FaultAsync(TlsFiles? tls) => Assert.Single((await Assert.ThrowsAsync<UserError>(() => CheckAsync(tls))).Lines);
}
