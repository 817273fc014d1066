using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Interleave.Client.Tests.Databases;

/// <summary>A PostgreSQL server of the tests' own, in a temporary folder and on a free port, for as long as it is held.</summary>
/// <remarks>Its programs refuse the superuser: there they run as a user who owns nothing but the server's folder.</remarks>
public sealed class PostgresServer : IAsyncLifetime
{
    public const string Password = "never-to-be-written-down";

    public const string Role = "tester";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("interleave-postgres-").FullName;
    private readonly int _port = FreePort();
    private readonly string _listen = "127.0.0.1";
    private readonly string[] _wrapper = [];
    private int _databases;

    public PostgresServer()
    {
    }

    private PostgresServer(string listen, string[] wrapper) => (_listen, _wrapper) = (listen, wrapper);

    /// <summary>Why no server can be had here; null where one can.</summary>
    public static string? WhyNot { get; } =
        Tool("initdb") is null || Tool("pg_ctl") is null ? "Needs PostgreSQL's initdb and pg_ctl."
        : Environment.IsPrivilegedProcess && Unprivileged is null ? "Needs a user who is not the superuser, and runuser."
        : null;

    public string ConnectionString => Connection();

    private static string? Unprivileged => new[] { "postgres", "nobody" }.FirstOrDefault(user => Tool("runuser") is not null && Knows(user));

    private string Data => Path.Combine(_folder, "data");

    private string ProcessFile => Path.Combine(Data, "postmaster.pid");

    public async Task InitializeAsync()
    {
        if (WhyNot is not null)
        {
            return; // The tests are skipped.
        }

        var password = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(password, Password);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "-R", Unprivileged!, _folder); // WhyNot has looked for it.
        }

        await RunAsUserAsync("initdb", "-D", Data, "-U", Role, "--auth=scram-sha-256", $"--pwfile={password}", "--no-sync");
        await File.AppendAllTextAsync(Path.Combine(Data, "pg_hba.conf"), "host all all 0.0.0.0/0 scram-sha-256\n");
        await StartAsync();
    }

    /// <summary>A server elsewhere than on the loopback address; it is started as any other.</summary>
    /// <param name="address">The address to listen on.</param>
    /// <param name="wrapper">A program, and its arguments, that starts the server.</param>
    public static PostgresServer At(string address, params string[] wrapper) => new(address, wrapper);

    /// <summary>How to reach one of its databases.</summary>
    public string Connection(string database = "postgres", string password = Password) =>
        string.Create(CultureInfo.InvariantCulture, $"Host={_listen};Port={_port};Username={Role};Password={password};Database={database}");

    /// <summary>Creates an empty database.</summary>
    /// <returns>How to reach it.</returns>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(Connection(), $"CREATE DATABASE {name}");
        return Connection(name);
    }

    public static async Task ExecuteAsync(string connection, string sql)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends every connection and all its processes, as a crash would.</summary>
    public Task StopAsync() => RunAsUserAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");

    /// <summary>Starts it, again where it was stopped, with what it held.</summary>
    public Task StartAsync()
    {
        var options = string.Create(
            CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses={_listen} -c unix_socket_directories={_folder} -c fsync=off");
        return RunAsUserAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", options, "start");
    }

    /// <summary>Stops every thread of all its processes: connections stay, and nothing answers.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    public async Task DisposeAsync()
    {
        if (File.Exists(ProcessFile))
        {
            await StopAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string? Tool(string name)
    {
        string[] debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(debian.Select(version => Path.Combine(version, "bin")))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    private static bool Knows(string user) =>
        File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{user}:", StringComparison.Ordinal));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>To the server and to its children, one of which serves each connection.</summary>
    private Task SignalAsync(string signal)
    {
        var server = File.ReadLines(ProcessFile).First();
        return RunAsync("sh", "-c", "kill -$0 $1 $(pgrep -P $1)", signal, server);
    }

    private Task RunAsUserAsync(string tool, params string[] arguments)
    {
        var program = Tool(tool)!; // WhyNot has looked for it.
        string[] user = Environment.IsPrivilegedProcess ? [Tool("runuser")!, "-u", Unprivileged!, "--"] : [];
        string[] words = [.. _wrapper, .. user, program, .. arguments];
        return RunAsync(words[0], words[1..]);
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder };
        using var process = Process.Start(start) ?? throw new Win32Exception($"{program} did not start.");
        await process.WaitForExitAsync().WaitAsync(Patience);
        var log = Path.Combine(_folder, "log");
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}. {(File.Exists(log) ? await File.ReadAllTextAsync(log) : "")}");
    }
}
