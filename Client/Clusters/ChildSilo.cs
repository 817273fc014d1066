using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Interleave.Silo;

namespace Interleave.Client.Clusters;

/// <summary>A silo process that this process started; it ends with this one unless it is released.</summary>
internal sealed class ChildSilo : IAsyncDisposable
{
    private const int KeptErrorLines = 20;

    /// <summary>Longer than a silo takes that ends itself when it cannot stop gracefully.</summary>
    private static readonly TimeSpan StopPatience = StopDeadline.Hard + TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private SiloReady? _ready;
    private bool _isToldToEnd;
    private bool _isLetGo;
    private bool _isMute;

    private ChildSilo(Process process)
    {
        _process = process;
        ProcessId = process.Id;
    }

    public int ProcessId { get; }

    public SiloReady Ready => _ready ?? throw new InvalidOperationException("This silo has not joined.");

    public bool Lives => !_isLetGo && !_process.HasExited;

    /// <summary>How the silo ended, where nobody told it to.</summary>
    public string? Loss =>
        _isToldToEnd || _isLetGo || !_process.HasExited ? null : $"(process {ProcessId}) ended by itself with exit code {_process.ExitCode}{Because()}";

    /// <summary>Starts a silo and waits until it has joined.</summary>
    public static async Task<ChildSilo> StartAsync(LocalClusterOptions options, SiloPlace place, CancellationToken cancellationToken)
    {
        var silo = new ChildSilo(Process.Start(SiloStart.Of(options, place)) ?? throw new ClusterException($"{DotnetHost.Path} did not start."));
        try
        {
            silo._process.ErrorDataReceived += silo.KeepError;
            silo._process.BeginErrorReadLine();
            silo._ready = await silo.JoinedAsync(options.StartTimeout, cancellationToken);
            return silo;
        }
        catch
        {
            await silo.KillAsync();
            await silo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the silo, one of <see cref="OwnerQuestion"/>.</summary>
    /// <returns>Null when it does not answer, and then for good: a late answer is to an earlier question.</returns>
    public async Task<string?> AskAsync(string question, CancellationToken cancellationToken)
    {
        if (_isMute || _isLetGo)
        {
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(AnswerLimit);
        string? answer = null;
        try
        {
            await _process.StandardInput.WriteLineAsync(question.AsMemory(), patience.Token);
            await _process.StandardInput.FlushAsync(patience.Token);
            answer = await _process.StandardOutput.ReadLineAsync(patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // Frozen, or gone.
        }

        _isMute = answer is null;
        return answer;
    }

    public ClusterSilo AsNumber(int number)
    {
        var address = IPAddress.Parse(Ready.Address);
        return new ClusterSilo(number, ProcessId, new IPEndPoint(address, Ready.SiloPort), new IPEndPoint(address, Ready.GatewayPort));
    }

    /// <summary>Stops every thread of the silo until it is thawed, or until the others declare it dead, which ends it.</summary>
    public void Freeze()
    {
        _isToldToEnd = true;
        Signal(ProcessSignals.TryFreeze);
    }

    public void Thaw()
    {
        Signal(ProcessSignals.TryThaw);
        _isToldToEnd = false;
    }

    /// <summary>Ends the silo at once, as a crash would, and returns when its process is gone.</summary>
    public async Task KillAsync()
    {
        _isToldToEnd = true;
        if (!_isLetGo)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
            RuntimeFiles.RemoveOf(ProcessId);
        }
    }

    /// <summary>Stops the silo gracefully, and hard when it has not stopped in time.</summary>
    public async Task StopAsync()
    {
        _isToldToEnd = true;
        if (!Lives)
        {
            return;
        }

        ProcessSignals.TryThaw(ProcessId);
        CloseInput();
        using var patience = new CancellationTokenSource(StopPatience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    /// <summary>Lets a detached silo run on without this process.</summary>
    public async Task ReleaseAsync()
    {
        await _process.StandardInput.WriteLineAsync(OwnerWatch.Release);
        await _process.StandardInput.FlushAsync();
        _isLetGo = true;
        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isLetGo)
        {
            await StopAsync();
            _isLetGo = true;
            _process.Dispose();
        }
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
            throw new ClusterException($"A silo ended with exit code {_process.ExitCode} instead of joining{Because()}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ClusterException($"A silo did not join within {timeout.TotalSeconds:0.#} s{Because()}");
        }
        catch (JsonException exception)
        {
            throw new ClusterException($"{_process.StartInfo.ArgumentList[0]} is not a silo: {exception.Message}", exception);
        }
    }

    /// <summary>The last that the silo wrote to standard error, without the stack trace that may follow.</summary>
    private string Because() => _errors.LastOrDefault(line => line.Length > 0 && !char.IsWhiteSpace(line[0])) is { } reason ? $": {reason}" : ".";

    private void Signal(Func<int, bool> send)
    {
        if (!Lives || !send(ProcessId))
        {
            throw new InvalidOperationException($"The silo's process {ProcessId} has ended, or this system has no signals.");
        }
    }

    private void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Nobody reads it any more.
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
