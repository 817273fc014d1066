using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Interleave.Client.Tests.Databases;

/// <summary>A PostgreSQL server of the tests' own, in a temporary folder and on a free port, for as long as it is held.</summary>
/// <remarks>Its programs refuse the superuser: there they run as a user who owns nothing but the server's folder.</remarks>
public sealed class PostgresServer : IAsyncLifetime
{
    public const string Password = "never-to-be-written-down";

    private const string Role = "tester";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("interleave-postgres-").FullName;
    private readonly int _port = FreePort();

    /// <summary>Why no server can be had here; null where one can.</summary>
    public static string? WhyNot { get; } =
        Tool("initdb") is null || Tool("pg_ctl") is null ? "Needs PostgreSQL's initdb and pg_ctl."
        : Environment.IsPrivilegedProcess && Unprivileged is null ? "Needs a user who is not the superuser, and runuser."
        : null;

    public string ConnectionString =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username={Role};Password={Password};Database=postgres");

    private static string? Unprivileged => new[] { "postgres", "nobody" }.FirstOrDefault(user => Tool("runuser") is not null && Knows(user));

    private string Data => Path.Combine(_folder, "data");

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
        var options = string.Create(
            CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off");
        await RunAsUserAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", options, "start");
    }

    public async Task DisposeAsync()
    {
        if (Directory.Exists(Data))
        {
            await RunAsUserAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
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

    private Task RunAsUserAsync(string tool, params string[] arguments)
    {
        var program = Tool(tool)!; // WhyNot has looked for it.
        return Environment.IsPrivilegedProcess
            ? RunAsync(Tool("runuser")!, ["-u", Unprivileged!, "--", program, .. arguments])
            : RunAsync(program, arguments);
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
