using System.Data.Common;
using Npgsql;

namespace Interleave.Grains.OwnWork;

/// <summary>Sends queries to the PostgreSQL server that the environment names, on connections that are kept.</summary>
public sealed class SqlClient : IDisposable
{
    /// <summary>The variable of the environment that holds the connection string.</summary>
    public const string ConnectionVariable = "INTERLEAVE_POSTGRES";

    /// <summary>A server admits a hundred connections by default, and several processes of several models share them.</summary>
    private const int MostConnections = 20;

    /// <summary>Idle connections are closed soon, for workers of other models need theirs.</summary>
    private const int SecondsIdle = 2;

    private readonly Lazy<NpgsqlDataSource> _server = new(() => NpgsqlDataSource.Create(PooledAs(
        Environment.GetEnvironmentVariable(ConnectionVariable) ?? throw new InvalidOperationException($"{ConnectionVariable} is not set."))));

    /// <summary>The connection string with as many connections as a process may have, where it does not say so itself.</summary>
    public static string PooledAs(string connection)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connection };
        var pooled = new NpgsqlConnectionStringBuilder(connection) { ConnectionIdleLifetime = SecondsIdle, ConnectionPruningInterval = 1 };
        if (!given.ContainsKey("Maximum Pool Size") && !given.ContainsKey("MaxPoolSize"))
        {
            pooled.MaxPoolSize = MostConnections;
        }

        return pooled.ConnectionString;
    }

    /// <summary>Holds the calling thread until the answer is there.</summary>
    /// <returns>How many rows the server answered with.</returns>
    public long Execute(string sql)
    {
        using var command = _server.Value.CreateCommand(sql);
        using var reader = command.ExecuteReader();
        var rows = 0L;
        while (reader.Read())
        {
            rows++;
        }

        return rows;
    }

    /// <inheritdoc cref="Execute"/>
    public async Task<long> ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = _server.Value.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = 0L;
        while (await reader.ReadAsync(cancellation))
        {
            rows++;
        }

        return rows;
    }

    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
        }
    }
}
