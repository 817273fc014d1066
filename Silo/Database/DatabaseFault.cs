using System.Net.Sockets;
using Npgsql;

namespace Interleave.Silo.Database;

/// <summary>Says in a line why a database cannot be used.</summary>
internal static class DatabaseFault
{
    public static DatabaseException From(Exception exception, PostgresConnection connection) =>
        new($"The database at {connection}: {Reason(exception, connection).ReplaceLineEndings(" ")}", exception);

    private static string Reason(Exception exception, PostgresConnection connection) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"it refuses the user '{connection.User}' with this password",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "there is no database of this name on that server",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refused =>
            $"the user '{connection.User}' may not do this ({refused.MessageText}); grant it the right to create tables in its schema",
        PostgresException other => $"{other.MessageText} ({other.SqlState})",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } =>
            $"the name '{connection.Host}' does not resolve",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "nobody listens there",
        TimeoutException => "it does not answer in time",
        { InnerException: { } inner } => Reason(inner, connection),
        _ => exception.Message,
    };
}
