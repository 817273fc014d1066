using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Mixed;

/// <summary>A few processes, each with threads for its share of the requests, which go there and back through pipes.</summary>
internal sealed class MixedOnProcesses() : BlockingWorkload<MixedJob, MixedAnswer>(Model.Processes)
{
    private const int ProcessesACore = 2;

    public override Task PrepareAsync(MixedJob job, TrialContext trial, CancellationToken cancellation)
    {
        // Each opens its connections now, and compiles what it needs for that.
        var nothing = new WaitRequest(trial.IoServer, TimeSpan.Zero, Bytes: 0);
        var units = StartProcesses(job, trial, cancellation).Units;
        ThreadGroup.Run(units.Select(unit => (Action)(() => unit.Ask(new MixedRequest(nothing, job.Numbers, nothing), cancellation))));
        return Task.CompletedTask;
    }

    protected override MixedAnswer Run(MixedJob job, TrialContext trial, CancellationToken cancellation)
    {
        var served = new ConcurrentQueue<MixedReply>();
        var requests = trial.Offer(job.Load, cancellation);
        var units = StartProcesses(job, trial, cancellation).Units;
        var work = job.RequestTo(trial.IoServer);

        ThreadGroup.Run(units.Take(job.Load.Concurrency).Select(unit => (Action)(() => requests.ForEach(_ =>
            served.Enqueue(unit.Ask(work, cancellation))))));
        return new MixedAnswer(served);
    }

    /// <summary>Those that are there already, except at the first time.</summary>
    private static ProcessPool<MixedRequest, MixedReply> StartProcesses(MixedJob job, TrialContext trial, CancellationToken cancellation)
    {
        var processes = Math.Min(job.Load.Concurrency, ProcessesACore * Environment.ProcessorCount);
        return trial.Processes.Get<Serve, MixedRequest, MixedReply>(processes, (job.Load.Concurrency + processes - 1) / processes, cancellation);
    }

    private sealed class Serve : IProcessWork<MixedRequest, MixedReply>
    {
        private readonly WaitClient _http = WaitClient.Blocking();

        public MixedReply Do(MixedRequest request, CancellationToken cancellation)
        {
            var before = _http.Get(request.Before, cancellation);
            var primes = Primes.Count(request.Numbers, cancellation).Primes;
            var after = _http.Get(request.After, cancellation);
            return new MixedReply(primes, before.Bytes + after.Bytes);
        }
    }
}
