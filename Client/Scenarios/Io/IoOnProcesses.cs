using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>
/// A few processes, each with threads for its share of the waits, as servers that fork before they serve: a process a wait would weigh too much.
/// </summary>
internal sealed class IoOnProcesses() : BlockingWorkload<IoJob, IoAnswer>(Model.Processes)
{
    private const int ProcessesACore = 2;

    public override Task PrepareAsync(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        // Each opens its connection now, and compiles what it needs for that.
        var pool = StartProcesses(job, trial, cancellation);
        ThreadGroup.Run(pool.Units.Select(unit => (Action)(() => unit.Ask(new WaitRequest(trial.IoServer, TimeSpan.Zero, Bytes: 0), cancellation))));
        return Task.CompletedTask;
    }

    protected override IoAnswer Run(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var completions = new ConcurrentQueue<Completion>();
        var waits = trial.Offer(job.Load, cancellation);
        var pool = StartProcesses(job, trial, cancellation);

        ThreadGroup.Run(pool.Units.Take(job.Load.Concurrency).Select(unit => (Action)(() => waits.ForEach(wait =>
        {
            var reply = unit.Ask(job.RequestOf(wait, trial), cancellation);
            completions.Enqueue(Completion.Of(wait, reply));
        }))));
        return new IoAnswer(completions);
    }

    /// <summary>Those that are there already, except at the first time.</summary>
    private static ProcessPool<IoRequest, WaitReply> StartProcesses(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var processes = Math.Min(job.Load.Concurrency, ProcessesACore * Environment.ProcessorCount);
        return trial.Processes.Get<Wait, IoRequest, WaitReply>(processes, (job.Load.Concurrency + processes - 1) / processes, cancellation);
    }

    private sealed class Wait : IProcessWork<IoRequest, WaitReply>
    {
        private readonly IoClient _io = IoClient.Blocking();

        public WaitReply Do(IoRequest request, CancellationToken cancellation) => _io.Do(request, cancellation);
    }
}
