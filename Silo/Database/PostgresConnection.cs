using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Interleave.Silo.Database;

/// <summary>The way to the database. It holds a password: what is printed of it is the place and nothing else.</summary>
internal sealed class PostgresConnection
{
    /// <summary>The variable of the environment that holds a connection string.</summary>
    public const string Variable = "INTERLEAVE_POSTGRES";

    private const string Allowed = "allowed: Host=…;Database=…;Username=…;Password=…, as Npgsql reads it";

    /// <summary>Short enough for somebody who mistyped a name, in seconds.</summary>
    private const int ConnectSeconds = 5;

    /// <summary>Also a connection that breaks without a word, such as by a cable that is pulled, is noticed within this time, in seconds.</summary>
    private const int CommandSeconds = 10;

    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgresConnection(NpgsqlConnectionStringBuilder settings, string? file) => (_settings, File) = (settings, file);

    /// <summary>The file that it was read from; null for the variable of the environment.</summary>
    public string? File { get; }

    /// <summary>A name or an address; a folder for a socket of this machine.</summary>
    public string Host => _settings.Host!;

    public int Port => _settings.Port;

    public string User => _settings.Username ?? "";

    /// <summary>With the password.</summary>
    public string Secret => _settings.ConnectionString;

    /// <summary>Where the server listens: a port, or a socket in a folder of this machine.</summary>
    public EndPoint EndPoint =>
        IsSocket ? new UnixDomainSocketEndPoint(string.Create(CultureInfo.InvariantCulture, $"{Host}/.s.PGSQL.{Port}"))
        : IPAddress.TryParse(Host, out var address) ? new IPEndPoint(address, Port)
        : new DnsEndPoint(Host, Port);

    /// <summary>Why this connection cannot be led through a relay; null where it can.</summary>
    public string? WhyNoRelay =>
        Host.Contains(',', StringComparison.Ordinal) ? "its connection string names several hosts; allowed is one"
        : _settings.SslMode == SslMode.VerifyFull ? "a relay does not bear the name that SSL Mode=VerifyFull asks for; allowed is VerifyCA"
        : null;

    private bool IsSocket => Host.StartsWith('/');

    /// <param name="file">A file that holds a connection string; null for the variable of the environment.</param>
    /// <exception cref="DatabaseException">There is none, or it is none.</exception>
    public static PostgresConnection Read(string? file) =>
        file is null
            ? Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? Parse(text, Variable, null) : throw new DatabaseException(
                $"No connection to a database is given; set the variable {Variable}, or name a file that holds it by --connection-file; {Allowed}")
            : Parse(Content(file), $"--connection-file {file}", Path.GetFullPath(file));

    /// <summary>Opens a connection.</summary>
    /// <exception cref="DatabaseException">It cannot be opened.</exception>
    public NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(Secret);
        try
        {
            connection.Open();
            return connection;
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or SocketException)
        {
            connection.Dispose();
            throw DatabaseFault.From(exception, this);
        }
    }

    /// <summary>A socket of the kind that <see cref="EndPoint"/> takes.</summary>
    public Socket NewSocket() => IsSocket
        ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>The same database by another way.</summary>
    /// <param name="relay">Listens there, and passes on to the database what it gets.</param>
    public PostgresConnection Through(IPEndPoint relay) =>
        new(new NpgsqlConnectionStringBuilder(Secret) { Host = relay.Address.ToString(), Port = relay.Port }, file: null);

    public override string ToString() => $"{Host}:{Port}/{_settings.Database}";

    private static string Content(string file)
    {
        try
        {
            return System.IO.File.ReadAllText(file).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"--connection-file {file}: cannot be read ({exception.Message}); name a file that holds a connection " +
                "string", exception);
        }
    }

    /// <remarks>What Npgsql says of a text that it cannot read may quote it, so it is not shown.</remarks>
    private static PostgresConnection Parse(string text, string source, string? file)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            throw new DatabaseException($"{source}: not a connection string (it is not shown, for it may hold a password); {Allowed}");
        }

        if (string.IsNullOrEmpty(settings.Host))
        {
            throw new DatabaseException($"{source}: the connection string names no host; {Allowed}");
        }

        // Who wrote a limit meant it.
        settings.Timeout = settings.ContainsKey("Timeout") ? settings.Timeout : ConnectSeconds;
        settings.CommandTimeout = settings.ContainsKey("Command Timeout") ? settings.CommandTimeout : CommandSeconds;
        settings.ApplicationName ??= "interleave";
        return new PostgresConnection(settings, file);
    }
}
