using Npgsql;

namespace Interleave.Client.Scenarios.Io;

/// <summary>Reads how a PostgreSQL server is reached, and tells of it what is no secret.</summary>
internal static class PostgresConnection
{
    /// <summary>Idle connections are closed soon, for workers of other models need theirs.</summary>
    private const int SecondsIdle = 2;

    /// <returns>The host, port, database and user; null where the text is no connection string with a host.</returns>
    public static string? Shown(string text)
    {
        try
        {
            var given = new NpgsqlConnectionStringBuilder(text);
            return given.Host is null ? null : $"Host={given.Host};Port={given.Port};Database={given.Database};Username={given.Username}";
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The connection string with as many connections as units need at once.</summary>
    public static string For(string text, int connections) => new NpgsqlConnectionStringBuilder(text)
    {
        MaxPoolSize = connections,
        ConnectionIdleLifetime = SecondsIdle,
        ConnectionPruningInterval = 1,
    }.ConnectionString;
}
