using System.Diagnostics;
using System.Net;
using Interleave.Client;
using Interleave.Silo;
using Interleave.Silo.Database;

namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>A silo process that is found in a database, owned by the test that started it.</summary>
internal sealed class SiloUnderTest : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private SiloUnderTest(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The silo of the product, beside the client that is tested.</summary>
    public static string Program { get; } = Path.Combine(Path.GetDirectoryName(typeof(DotnetHost).Assembly.Location)!, "Interleave.Silo.dll");

    public int Id => _process.Id;

    /// <summary>Starts a process that is told to be a silo, and does not wait for it.</summary>
    /// <param name="connection">The content of the variable that names the database; null for none.</param>
    public static SiloUnderTest Start(string? connection, IEnumerable<string> arguments, string? program = null, IReadOnlyList<string>? wrapper = null)
    {
        string[] words = [.. wrapper ?? [], DotnetHost.Path, program ?? Program, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[PostgresConnection.Variable] = connection;
        return new SiloUnderTest(Process.Start(start)!);
    }

    /// <summary>Starts a silo, and returns when it has joined.</summary>
    public static async Task<(SiloUnderTest Silo, SiloReady Ready)> JoinAsync(
        string connection, IEnumerable<string>? arguments = null, string? program = null, IReadOnlyList<string>? wrapper = null)
    {
        string[] words = ["--clustering", "postgres", "--owned", "--silo-port", "0", "--gateway-port", "0", "--response-timeout", "5", .. arguments ?? []];
        var silo = Start(connection, words, program, wrapper);
        try
        {
            return await silo._process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line
                ? (silo, SiloReady.Parse(line))
                : throw new InvalidOperationException($"The silo did not join: {await silo._errors}");
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    public static IPEndPoint GatewayOf(SiloReady ready) => new(IPAddress.Parse(ready.Address), ready.GatewayPort);

    /// <summary>Waits for the end of a silo that cannot start.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, await _errors);
    }

    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
