using System.Data.Common;
using Npgsql;

namespace Interleave.Silo.Database;

/// <summary>What silos keep in a database: created once, and checked by everybody who uses it.</summary>
internal sealed class DatabaseSchema(PostgresConnection database)
{
    /// <summary>Any number that nobody else locks by in the same database.</summary>
    private const long Lock = 0x496E_7465_726C_6561;

    private const string Remedy = "run the silo's program once with --init-database";

    public static IReadOnlyList<SchemaPart> Parts { get; } = [new SchemaPart("membership", 1), new SchemaPart("storage", 1)];

    /// <summary>Creates what is missing and renews what is old; of two that do it at once, one waits and finds it done.</summary>
    /// <returns>A line for each part.</returns>
    /// <exception cref="DatabaseException">It cannot be done; then nothing is changed.</exception>
    public IReadOnlyList<string> Initialize() => Use(connection =>
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, $"SELECT pg_advisory_xact_lock({Lock})");
        Execute(connection, "CREATE TABLE IF NOT EXISTS InterleaveSchema (Part varchar(64) PRIMARY KEY, Version integer NOT NULL)");
        List<string> lines = [.. Parts.Select(part => Initialize(part, connection))];
        transaction.Commit();
        return lines;
    });

    /// <exception cref="DatabaseException">The database cannot be reached, or has not the schema that this program needs.</exception>
    public void ThrowUnlessCurrent() => Use(connection =>
    {
        foreach (var part in Parts)
        {
            switch (VersionOf(part, connection))
            {
                case null when Exists("OrleansQuery", connection):
                    throw new DatabaseException($"The database at {database} has tables of Orleans that are older than this program, or another's: {Remedy}");
                case null:
                    throw new DatabaseException($"The database at {database} has no schema for the cluster's {part.Name}: {Remedy}");
                case var version when version < part.Version:
                    throw new DatabaseException($"The database at {database} has an old schema: {part.Name} {version}, and this program needs " +
                        $"{part.Version}: {Remedy}");
                case var version when version > part.Version:
                    throw Newer(part, version.Value);
            }
        }

        return true;
    });

    private string Initialize(SchemaPart part, NpgsqlConnection connection)
    {
        var version = VersionOf(part, connection);
        if (version == part.Version)
        {
            return $"{part.Name} {part.Version} is there already";
        }

        if (version > part.Version)
        {
            throw Newer(part, version.Value);
        }

        Execute(connection, part.ReadSql());
        using var note = new NpgsqlCommand(
            "INSERT INTO InterleaveSchema (Part, Version) VALUES (@part, @version) ON CONFLICT (Part) DO UPDATE SET Version = excluded.Version", connection);
        note.Parameters.AddWithValue("part", part.Name);
        note.Parameters.AddWithValue("version", part.Version);
        note.ExecuteNonQuery();
        return version is null ? $"{part.Name} {part.Version} was created" : $"{part.Name} {version} was renewed to {part.Version}";
    }

    private DatabaseException Newer(SchemaPart part, int version) =>
        new($"The database at {database} has a newer schema than this program knows: {part.Name} {version}, and this program knows " +
            $"{part.Version}: use a newer program");

    private static int? VersionOf(SchemaPart part, NpgsqlConnection connection)
    {
        if (!Exists("InterleaveSchema", connection))
        {
            return null;
        }

        using var command = new NpgsqlCommand("SELECT Version FROM InterleaveSchema WHERE Part = @part", connection);
        command.Parameters.AddWithValue("part", part.Name);
        return command.ExecuteScalar() as int?;
    }

    private static bool Exists(string table, NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT to_regclass(@table) IS NOT NULL", connection);
        command.Parameters.AddWithValue("table", table.ToLowerInvariant());
        return command.ExecuteScalar() is true;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private T Use<T>(Func<NpgsqlConnection, T> use)
    {
        using var connection = database.Open();
        try
        {
            return use(connection);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            throw DatabaseFault.From(exception, database);
        }
    }
}
