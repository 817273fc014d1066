using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Interleave.Silo;
using Interleave.Silo.Usage;

namespace Interleave.Client.Clusters;

/// <summary>A silo process that this process started.</summary>
internal sealed class ChildSilo : IAsyncDisposable
{
    private const int KeptErrorLines = 20;

    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private SiloReady? _ready;
    private bool _mute;

    private ChildSilo(Process process) => _process = process;

    public int ProcessId => _process.Id;

    public SiloReady Ready => _ready ?? throw new InvalidOperationException("This silo has not joined.");

    /// <summary>The last lines that the silo wrote to standard error.</summary>
    public string Errors => string.Join(Environment.NewLine, _errors);

    /// <summary>Starts a silo and waits until it has joined.</summary>
    /// <param name="primaryPort">The first silo's port; null to start the first.</param>
    public static async Task<ChildSilo> StartAsync(LocalClusterOptions options, int? primaryPort, CancellationToken cancellationToken)
    {
        var silo = new ChildSilo(Process.Start(Describe(options, primaryPort)) ?? throw new ClusterException($"{DotnetHost.Path} did not start."));
        try
        {
            silo._process.ErrorDataReceived += silo.KeepError;
            silo._process.BeginErrorReadLine();
            silo._ready = await silo.JoinedAsync(options.StartTimeout, cancellationToken);
            return silo;
        }
        catch
        {
            silo.Kill();
            await silo.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the silo has used, as it counts itself; unknown when it does not answer, and then for good: a late answer is to an earlier question.</summary>
    public async Task<ProcessCounters> CountersAsync(CancellationToken cancellationToken)
    {
        if (_mute)
        {
            return ProcessCounters.Unknown;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(AnswerLimit);
        try
        {
            await _process.StandardInput.WriteLineAsync(CountersLine.Question.AsMemory(), patience.Token);
            await _process.StandardInput.FlushAsync(patience.Token);
            if (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                return CountersLine.Parse(line);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // Frozen, or gone.
        }

        _mute = true;
        return ProcessCounters.Unknown;
    }

    /// <summary>Ends the silo at once, as a crash would.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Lets go of a silo that was started to outlive this process.</summary>
    public void Release() => _process.Dispose();

    /// <summary>Stops the silo gracefully, and hard when it has not heeded by then.</summary>
    public async Task EndAsync(CancellationToken patience)
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(patience);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }

        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(StopDeadline.Hard);
        await EndAsync(patience.Token);
    }

    private static ProcessStartInfo Describe(LocalClusterOptions options, int? primaryPort)
    {
        var start = new ProcessStartInfo(DotnetHost.Path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        string[] arguments =
        [
            options.SiloProgram, options.Detached ? "--detached" : "--owned",
            "--silo-port", "0", "--gateway-port", "0", "--cluster-id", options.ClusterId,
            "--response-timeout", options.ResponseTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture), "--log-level", "warning",
        ];
        foreach (var argument in primaryPort is { } port ? [.. arguments, "--primary-port", port.ToString(CultureInfo.InvariantCulture)] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private async Task<SiloReady> JoinedAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(timeout);
        try
        {
            if (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                return SiloReady.Parse(line);
            }

            await _process.WaitForExitAsync(patience.Token);
            throw new ClusterException($"A silo ended with exit code {_process.ExitCode} instead of joining.{Environment.NewLine}{Errors}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ClusterException($"A silo did not join within {timeout.TotalSeconds:0.#} s.{Environment.NewLine}{Errors}");
        }
        catch (JsonException exception)
        {
            throw new ClusterException($"{_process.StartInfo.ArgumentList[0]} is not a silo: {exception.Message}", exception);
        }
    }

    private void KeepError(object sender, DataReceivedEventArgs received)
    {
        if (received.Data is null)
        {
            return;
        }

        _errors.Enqueue(received.Data);
        while (_errors.Count > KeptErrorLines && _errors.TryDequeue(out _))
        {
        }
    }
}
