using Interleave.Client.Tests.Databases;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo.Database;
using Npgsql;

namespace Runtime.Tests.Databases;

public sealed class DatabaseSchemaTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private const string Key = "'lab', '10.0.0.1', 11111, 7";

    [DatabaseClusterFact]
    public async Task Two_that_create_the_schema_at_once_both_succeed_and_one_finds_it_done()
    {
        var database = await NewDatabaseAsync();

        var lines = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new DatabaseSchema(database).Initialize()[0])));

        Assert.Single(lines, line => line.EndsWith("was created", StringComparison.Ordinal));
        Assert.Equal(3, lines.Count(line => line.EndsWith("is there already", StringComparison.Ordinal)));
        new DatabaseSchema(database).ThrowUnlessCurrent();
    }

    [DatabaseClusterFact]
    public async Task A_missing_an_old_a_foreign_and_a_newer_schema_are_told_apart()
    {
        var database = await NewDatabaseAsync();
        Assert.Contains("has no schema", Fault(database), StringComparison.Ordinal);

        await PostgresServer.ExecuteAsync(database.Secret, "CREATE TABLE OrleansQuery (QueryKey varchar(64) PRIMARY KEY, QueryText varchar(8000) NOT NULL)");
        Assert.Contains("tables of Orleans that are older", Fault(database), StringComparison.Ordinal);

        new DatabaseSchema(database).Initialize();
        await PostgresServer.ExecuteAsync(database.Secret, "UPDATE InterleaveSchema SET Version = 0");
        Assert.Contains("has an old schema: membership 0, and this program needs 1: run", Fault(database), StringComparison.Ordinal);
        Assert.Equal(["membership 0 was renewed to 1", "storage 0 was renewed to 1"], new DatabaseSchema(database).Initialize());
        new DatabaseSchema(database).ThrowUnlessCurrent();

        await PostgresServer.ExecuteAsync(database.Secret, "UPDATE InterleaveSchema SET Version = 99");
        Assert.Contains("has a newer schema", Fault(database), StringComparison.Ordinal);
        Assert.Throws<DatabaseException>(() => new DatabaseSchema(database).Initialize());
    }

    /// <remarks>The provider's queries, as it sends them, by hand.</remarks>
    [DatabaseClusterFact]
    public async Task Of_two_changes_to_the_same_version_one_is_refused_and_the_version_counts_the_other()
    {
        var database = await NewDatabaseAsync();
        new DatabaseSchema(database).Initialize();
        Assert.Equal(1, await AskAsync(database, "InsertMembershipVersionKey"));
        Assert.Equal(0, await AskAsync(database, "InsertMembershipVersionKey"));

        Assert.Equal(1, await AskAsync(database, "InsertMembershipKey", version: 0));
        Assert.Equal(0, await AskAsync(database, "InsertMembershipKey", version: 0, port: 22222));
        Assert.Equal(0, await AskAsync(database, "InsertMembershipKey", version: 1));
        Assert.Equal(0, await AskAsync(database, "UpdateMembershipKey", version: 0));
        Assert.Equal(0, await AskAsync(database, "UpdateMembershipKey", version: 1, port: 22222));
        Assert.Equal(1, await AskAsync(database, "UpdateMembershipKey", version: 1));

        await using var source = NpgsqlDataSource.Create(database.Secret);
        await using var rows = source.CreateCommand("SELECT count(*) FROM OrleansMembershipTable WHERE (DeploymentId, Address, Port, Generation) " +
            "= (" + Key + ")");
        await using var version = source.CreateCommand("SELECT Version FROM OrleansMembershipVersionTable");
        Assert.Equal((1L, 2), ((long)(await rows.ExecuteScalarAsync())!, (int)(await version.ExecuteScalarAsync())!));
    }

    /// <remarks>As the storage provider does it: a state that was never read has no version, and what is answered is the version that was given.</remarks>
    [DatabaseClusterFact]
    public async Task Of_two_writes_of_one_version_of_a_state_one_is_refused_the_first_of_all_included()
    {
        var database = await NewDatabaseAsync();
        new DatabaseSchema(database).Initialize();

        var first = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StoreAsync(database, "WriteToStorageKey", version: null)));
        Assert.Equal([1], first.OfType<int>());
        Assert.Equal(2, await StoreAsync(database, "WriteToStorageKey", version: 1));
        Assert.Equal(1, await StoreAsync(database, "WriteToStorageKey", version: 1));
        Assert.Equal(1, await StoreAsync(database, "WriteToStorageKey", version: null, key: "another"));
        Assert.Null(await StoreAsync(database, "DeleteStorageKey", version: 1));
        Assert.Equal(3, await StoreAsync(database, "ClearStorageKey", version: 2));
        Assert.Equal(4, await StoreAsync(database, "DeleteStorageKey", version: 3));
    }

    private static async Task<int?> StoreAsync(PostgresConnection database, string query, int? version, string key = "book")
    {
        await using var source = NpgsqlDataSource.Create(database.Secret);
        await using var find = source.CreateCommand($"SELECT QueryText FROM OrleansQuery WHERE QueryKey = '{query}'");
        await using var command = source.CreateCommand((string)(await find.ExecuteScalarAsync())!);
        (string Name, object Value)[] parameters =
        [
            ("GrainIdHash", 1), ("GrainIdN0", 0L), ("GrainIdN1", 0L), ("GrainTypeHash", 1), ("GrainTypeString", "state"), ("GrainIdExtensionString", key),
            ("ServiceId", "lab"), ("PayloadBinary", new byte[] { 1 }), ("GrainStateVersion", version ?? (object)DBNull.Value),
        ];
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return await command.ExecuteScalarAsync() as int?;
    }

    private static string Fault(PostgresConnection database) => Assert.Throws<DatabaseException>(new DatabaseSchema(database).ThrowUnlessCurrent).Message;

    private static async Task<int> AskAsync(PostgresConnection database, string key, int version = 0, int port = 11111)
    {
        await using var source = NpgsqlDataSource.Create(database.Secret);
        await using var find = source.CreateCommand($"SELECT QueryText FROM OrleansQuery WHERE QueryKey = '{key}'");
        await using var query = source.CreateCommand((string)(await find.ExecuteScalarAsync())!);
        (string Name, object Value)[] parameters =
        [
            ("DeploymentId", "lab"), ("Address", "10.0.0.1"), ("Port", port), ("Generation", 7), ("SiloName", "one"), ("HostName", "host"), ("Status", 3),
            ("ProxyPort", 30000), ("SuspectTimes", DBNull.Value), ("StartTime", DateTime.UnixEpoch), ("IAmAliveTime", DateTime.UnixEpoch), ("Version", version),
        ];
        foreach (var (name, value) in parameters)
        {
            query.Parameters.AddWithValue(name, value);
        }

        return (int)(await query.ExecuteScalarAsync())!;
    }

    private async Task<PostgresConnection> NewDatabaseAsync()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["connection"], await postgres.NewDatabaseAsync());
        return PostgresConnection.Read(folder["connection"]);
    }
}
