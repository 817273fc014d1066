using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Interleave.Client.Workers.Wire;
using Interleave.Silo;

namespace Interleave.Client.Workers;

/// <summary>A worker in a process that this one started, and that ends with it, however it ends.</summary>
internal sealed class ChildWorker : IWorker
{
    /// <summary>Beyond this a trial counts as hung.</summary>
    public static readonly TimeSpan TrialLimit = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan BirthLimit = TimeSpan.FromMinutes(1);

    /// <summary>Its silos have their own time to end, and it a little more.</summary>
    private static readonly TimeSpan EndLimit = StopDeadline.Hard + TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly TrialWatch _watch;
    private readonly Action<string> _warn;
    private readonly TimeProvider _clock;
    private readonly ConcurrentQueue<string> _errors = new();

    public ChildWorker(Process process, TrialWatch watch, Action<string> warn, TimeProvider clock)
    {
        (_process, _watch, _warn, _clock) = (process, watch, warn, clock);
        _process.ErrorDataReceived += KeepError;
        _process.BeginErrorReadLine();
    }

    /// <summary>Tells a worker that has just been started what it is for, and returns when it is ready.</summary>
    public async Task BeginAsync(Assignment assignment, CancellationToken cancellation)
    {
        var born = await AskAsync<WorkerReply.Born>(new WorkerOrder.Begin(assignment), BirthLimit, cancellation);
        _watch.Meet(_process.Id, born.SiloProcesses);
    }

    public Task<WatchedTrial> RunAsync(WorkerOrder.RunTrial order, CancellationToken cancellation) => RunTrialAsync(order, cancellation);

    public Task<WatchedTrial> TraceAsync(WorkerOrder.RunTraced order, CancellationToken cancellation) => RunTrialAsync(order, cancellation);

    public async Task<TimeSpan?> RunSequentiallyAsync(WorkerOrder.RunSequentially order, CancellationToken cancellation) =>
        (await AskAsync<WorkerReply.SequentialDone>(order, TrialLimit, cancellation)).Elapsed;

    /// <summary>Lets go of the worker, which ends it and its silos; kills it where that takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }

        using var patience = new CancellationTokenSource(EndLimit);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }

        _process.Dispose();
    }

    private async Task<WatchedTrial> RunTrialAsync(WorkerOrder order, CancellationToken cancellation)
    {
        try
        {
            var done = await AskAsync<WorkerReply.TrialDone>(order, TrialLimit, cancellation);
            return new WatchedTrial(done.Trial, done.Checks, _watch.Interference, done.IsWhole);
        }
        finally
        {
            _watch.Rest();
        }
    }

    private async Task<TReply> AskAsync<TReply>(WorkerOrder order, TimeSpan limit, CancellationToken cancellation)
        where TReply : WorkerReply
    {
        using var hung = new CancellationTokenSource(limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hung.Token, cancellation);
        try
        {
            await SendAsync(order, either.Token);
            return await HearAsync(either.Token) switch
            {
                TReply reply => reply,
                WorkerReply.Failed failed => throw new WorkerLostException(failed.Message),
                var other => throw new WorkerLostException($"answered {order} by {other}"),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Kill();
            throw new WorkerLostException(
                $"did not end within {limit.TotalMinutes:0} {(limit.TotalMinutes == 1 ? "minute" : "minutes")}; its worker was ended");
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            throw await LostAsync(exception);
        }
    }

    /// <summary>The next reply, after whatever the worker asks meanwhile.</summary>
    private async Task<WorkerReply> HearAsync(CancellationToken cancellation)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            switch (WireLine.ParseReply(line))
            {
                case WorkerReply.Watch { AtRest: var atRest }:
                    _watch.Begin(atRest);
                    await SendAsync(new WorkerOrder.Watching(), cancellation);
                    break;
                case WorkerReply.Look:
                    await SendAsync(new WorkerOrder.Seen(_watch.End()), cancellation);
                    break;
                case WorkerReply.Warned warned:
                    _warn(warned.Line);
                    break;
                case var reply:
                    return reply;
            }
        }

        throw await LostAsync(inner: null);
    }

    private async Task SendAsync(WorkerOrder order, CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync(WireLine.Write(order).AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
    }

    /// <summary>How the worker ended, in a line.</summary>
    private async Task<WorkerLostException> LostAsync(Exception? inner)
    {
        using var patience = new CancellationTokenSource(EndLimit);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            return new WorkerLostException($"its worker could not be understood: {inner?.Message ?? "it closed its output"}", inner);
        }

        return new WorkerLostException($"its worker ended with exit code {_process.ExitCode}{(_errors.TryPeek(out var first) ? $": {first}" : "")}", inner);
    }

    private void Kill()
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

    private void KeepError(object sender, DataReceivedEventArgs received)
    {
        if (!string.IsNullOrWhiteSpace(received.Data))
        {
            _errors.Enqueue(received.Data);
        }
    }
}
