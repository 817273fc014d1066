using Interleave.Client.Clusters;
using Interleave.Client.Tests.Databases;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Grains.Isolation;
using Interleave.Silo.Database;
using Npgsql;

namespace EndToEnd.Tests.Clusters;

/// <summary>Clusters that share a database.</summary>
public sealed class SharedDatabaseTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IDisposable
{
    private const string Rows = "SELECT (SELECT count(*) FROM OrleansStorage) || ' ' || (SELECT count(*) FROM OrleansMembershipTable)";

    private readonly TemporaryFolder _folder = new();

    [DatabaseClusterFact]
    public async Task Grains_of_two_clusters_keep_their_state_apart_and_a_cluster_that_ends_leaves_nothing_of_its_own()
    {
        await File.WriteAllTextAsync(_folder["connection"], await postgres.NewDatabaseAsync());
        var database = PostgresConnection.Read(_folder["connection"]);
        new DatabaseSchema(database).Initialize();
        var options = new LocalClusterOptions { Silos = 1, Database = database };
        await using var first = await LocalCluster.StartAsync(options, CancellationToken.None);
        var second = await LocalCluster.StartAsync(options with { ClusterId = "second" }, CancellationToken.None);
        await using (second)
        {
            Assert.Equal(1, await AddAsync(first));
            Assert.Equal(2, await AddAsync(first));
            Assert.Equal(1, await AddAsync(second));
            Assert.Equal("2 2", await AskAsync(database, Rows));
        }

        Assert.Equal("1 1", await AskAsync(database, Rows));
        Assert.Equal(3, await AddAsync(first));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<long> AddAsync(LocalCluster cluster)
    {
        await using var client = await GrainClientHost.ConnectAsync(cluster.Address, CancellationToken.None);
        return await client.Client.GetGrain<IStoringGrain>(7).Add();
    }

    private static async Task<object?> AskAsync(PostgresConnection database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.Secret);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
