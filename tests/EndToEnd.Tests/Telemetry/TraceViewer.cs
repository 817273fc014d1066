using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>autotel-devtools in a process of its own: a viewer that needs no container engine.</summary>
internal sealed class TraceViewer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly int _grpcPort;

    private TraceViewer(Process process, int port, int grpcPort)
    {
        _process = process;
        _grpcPort = grpcPort;
        Page = $"http://127.0.0.1:{port}/";
    }

    /// <summary>Where npm has put the viewer and the Node.js that it needs; the variable INTERLEAVE_VIEWER names another place.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("INTERLEAVE_VIEWER") ?? Path.Combine(Repository(), "artifacts", "viewer");

    public static string Program { get; } = Path.Combine(Folder, "node_modules", "autotel-devtools", "dist", "cli.js");

    public string Page { get; }

    /// <summary>What a run must be told to send its signals here.</summary>
    public IReadOnlyDictionary<string, string> Variables =>
        new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{_grpcPort}" };

    public static async Task<TraceViewer> StartAsync()
    {
        var (port, grpcPort) = (FreePort(), FreePort());
        var node = Path.Combine(Folder, "node_modules", "node", "bin", "node");
        string[] words = [Program, "--port", $"{port}", "--grpc-port", $"{grpcPort}"];
        var process = Process.Start(new ProcessStartInfo(node, words) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{node} did not start.");
        var viewer = new TraceViewer(process, port, grpcPort);
        try
        {
            process.BeginErrorReadLine();
            await new LineLog(process.StandardOutput).HoldsAsync("OTLP/gRPC:").WaitAsync(ClientProcess.Patience);
            return viewer;
        }
        catch
        {
            await viewer.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Interleave.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? AppContext.BaseDirectory;
    }
}
