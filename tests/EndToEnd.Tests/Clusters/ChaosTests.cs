using Interleave.Client.Chaos;
using Interleave.Client.Clusters;
using Interleave.Client.Tests.Databases;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo.Database;
using Npgsql;

namespace EndToEnd.Tests.Clusters;

public sealed class ChaosTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<ChaosMeasured> _kept = [];

    [Fact]
    public async Task No_acknowledged_transfer_is_lost_or_doubled_whatever_becomes_of_silos()
    {
        var plan = new ChaosPlan(Silos: 3, Rate: 200, Seconds: 4, Rounds: 1, ["kill", "freeze", "restart"], Seed: 1) { Books = 24 };

        var measured = await RunAsync(plan, FaultCatalogue.Of(plan));

        Assert.Null(measured.Trouble);
        Assert.True(measured.Findings!.AddsUp, measured.Findings.ToString());
        Assert.True(measured.Findings.Acknowledged > plan.Rate * plan.Seconds);
        Assert.All(measured.Faults, fault => Assert.Equal((0, 0), (fault.Duplicates, fault.LostInStorage)));
        // What was in memory only is gone with the silo that was killed, and its books are elsewhere.
        Assert.True(measured.Faults[0].LostInMemory > 0);
        Assert.True(measured.Faults[0].Moved > 0);
        Assert.True(measured.Faults[0].KeptInStorage > 0);
        // What was known after each fault would have stayed, had the run been killed then.
        Assert.Equal([1, 2, 3], _kept.Select(known => known.Faults.Count));
        Assert.All(_kept, known => Assert.Null(known.Findings));
    }

    [Fact]
    public async Task A_planted_loss_is_found()
    {
        var plan = new ChaosPlan(Silos: 2, Rate: 100, Seconds: 3, Rounds: 1, ["roll back"], Seed: 1) { Books = 8 };

        var measured = await RunAsync(plan, [new RollBack()]);

        Assert.False(measured.Findings!.AddsUp);
        Assert.NotEmpty(measured.Findings.LostIds);
        Assert.True(measured.Faults.Single().LostInStorage > 0);
    }

    [DatabaseClusterFact]
    public async Task In_a_database_nothing_is_lost_or_doubled_when_a_silo_dies_and_when_the_database_is_cut_off_and_comes_back()
    {
        await File.WriteAllTextAsync(_folder["connection"], await postgres.NewDatabaseAsync());
        var database = PostgresConnection.Read(_folder["connection"]);
        new DatabaseSchema(database).Initialize();
        using var link = DatabaseLink.Open(database);
        var plan = new ChaosPlan(Silos: 3, Rate: 100, Seconds: 6, Rounds: 1, ["database", "kill"], Seed: 1) { Books = 24, CutSeconds = 12 };

        var options = new LocalClusterOptions { Database = link.Connection, DatabaseLink = link };
        var measured = await RunAsync(plan, FaultCatalogue.Of(plan), options);

        Assert.Null(measured.Trouble);
        Assert.True(measured.Findings!.AddsUp, measured.Findings.ToString());
        Assert.Equal(0, measured.Findings.Unanswered);
        // Nothing could be stored meanwhile, so nothing was acknowledged.
        Assert.InRange(measured.Faults[0].LongestSilence, plan.CutSeconds - 3, double.PositiveInfinity);
        Assert.True(measured.Faults[0].Unknown > 0);
        Assert.True(measured.Faults[1].LostInMemory > 0);
        await using var source = NpgsqlDataSource.Create(database.Secret);
        await using var left = source.CreateCommand("SELECT (SELECT count(*) FROM OrleansStorage) + (SELECT count(*) FROM OrleansMembershipTable)");
        Assert.Equal(0L, await left.ExecuteScalarAsync());
    }

    public void Dispose() => _folder.Dispose();

    private Task<ChaosMeasured> RunAsync(ChaosPlan plan, IReadOnlyList<IFault> faults, LocalClusterOptions? options = null) =>
        new ChaosRunner(plan, faults, Guid.NewGuid().ToString("N"), _ => { }, _kept.Add).RunAsync(options ?? new LocalClusterOptions(), CancellationToken.None);
}
