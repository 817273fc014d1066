using Npgsql;

namespace Interleave.Grains.OwnWork;

/// <summary>Sends queries to the PostgreSQL server that the environment names, on connections that are kept.</summary>
public sealed class SqlClient : IDisposable
{
    /// <summary>The variable of the environment that holds the connection string.</summary>
    public const string ConnectionVariable = "INTERLEAVE_POSTGRES";

    private readonly Lazy<NpgsqlDataSource> _server = new(() => NpgsqlDataSource.Create(
        Environment.GetEnvironmentVariable(ConnectionVariable) ?? throw new InvalidOperationException($"{ConnectionVariable} is not set.")));

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
