using System.Collections.Concurrent;
using Npgsql;

namespace Interleave.Grains.Work;

/// <summary>Waits for rows of a PostgreSQL server: blocking or awaiting, on connections that are kept.</summary>
/// <remarks>Npgsql connects without blocking, after which the runtime's poll thread wakes even a blocking call, as in every program that uses it.</remarks>
public sealed class QueryClient : IDisposable
{
    private const string Text = "SELECT pg_sleep($1), $2::bigint";

    private readonly ConcurrentDictionary<string, NpgsqlDataSource> _sources = new();

    public WaitReply Query(QueryRequest request, CancellationToken cancellation)
    {
        using var connection = SourceOf(request).OpenConnection();
        using var command = Command(request, connection);
        using var cancel = new QueryCancellation(command, cancellation);
        try
        {
            using var rows = command.ExecuteReader();
            return rows.Read() ? Reply(rows) : throw NoRow();
        }
        catch (PostgresException exception) when (cancellation.IsCancellationRequested && exception.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            throw new OperationCanceledException("The query was cancelled.", exception, cancellation);
        }
    }

    public async Task<WaitReply> QueryAsync(QueryRequest request, CancellationToken cancellation)
    {
        await using var connection = await SourceOf(request).OpenConnectionAsync(cancellation);
        await using var command = Command(request, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? Reply(rows) : throw NoRow();
    }

    /// <summary>Closes those connections that nobody uses.</summary>
    public WaitReply CloseConnections()
    {
        foreach (var source in _sources.Values)
        {
            source.Clear();
        }

        return new WaitReply(0, 0, TimeSpan.Zero, Environment.ProcessId);
    }

    public void Dispose()
    {
        foreach (var source in _sources.Values)
        {
            source.Dispose();
        }
    }

    private static WaitReply Reply(NpgsqlDataReader row) => new(row.GetInt64(1), sizeof(long), TimeSpan.Zero, Environment.ProcessId);

    private static InvalidDataException NoRow() => new("The database answered without a row.");

    private static NpgsqlCommand Command(QueryRequest request, NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(Text, connection);
        command.Parameters.AddWithValue(request.Delay.TotalSeconds);
        command.Parameters.AddWithValue(request.Number);
        return command;
    }

    private NpgsqlDataSource SourceOf(QueryRequest request) => _sources.GetOrAdd(request.Connection, NpgsqlDataSource.Create);
}
