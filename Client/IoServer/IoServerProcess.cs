using System.Diagnostics;
using System.Net;
using Interleave.Silo;

namespace Interleave.Client.IoServer;

/// <summary>The I/O server in a process of its own, for as long as its owner holds it.</summary>
internal sealed class IoServerProcess : IIoServer, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>As long as a worker may take.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private IoServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public bool Lives => !_process.HasExited;

    public Task KeepSpansAsync(CancellationToken cancellation) => TellAsync(OwnerQuestion.KeepSpans, cancellation);

    public Task DropSpansAsync(CancellationToken cancellation) => TellAsync(OwnerQuestion.DropSpans, cancellation);

    /// <summary>For measuring what the server takes of the machine that it shares with the units.</summary>
    public int ProcessId => _process.Id;

    /// <param name="environment">Variables that the server finds in its environment.</param>
    /// <param name="listen">The address of this machine to listen on; null for loopback.</param>
    /// <exception cref="IOException">It was not ready in time: the machine is too busy to measure anything.</exception>
    public static async Task<IoServerProcess> StartAsync(
        CancellationToken cancellation, IReadOnlyDictionary<string, string?>? environment = null, IPAddress? listen = null)
    {
        string[] arguments = [typeof(IoServerProcess).Assembly.Location, IoServerLifetime.Command, .. listen is null ? Array.Empty<string>() : [$"{listen}"]];
        var start = new ProcessStartInfo(DotnetHost.Path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        try
        {
            var ready = await process.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(StartPatience, cancellation);
            return Uri.TryCreate(ready, UriKind.Absolute, out var address)
                ? new IoServerProcess(process, address)
                : throw new InvalidOperationException($"The I/O server did not say where it listens, but: {ready ?? "nothing"}");
        }
        catch (Exception exception)
        {
            process.Kill();
            process.Dispose();
            if (exception is TimeoutException)
            {
                throw new IOException($"The I/O server was not ready within {StartPatience.TotalSeconds:0} s: this machine is too busy.", exception);
            }

            throw;
        }
    }

    /// <summary>Lets go of the server, which ends it; kills it where it does not end.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task TellAsync(string what, CancellationToken cancellation)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(what.AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
            await _process.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(Patience, cancellation);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            // It is gone, or will be: the next use finds that out.
        }
    }
}
