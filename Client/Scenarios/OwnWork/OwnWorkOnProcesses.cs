using System.Collections.Concurrent;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Client.Workloads;
using Interleave.Grains.OwnWork;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>A few processes, each with threads for its share of the requests, which go there and back through pipes; they can share no state.</summary>
internal sealed class OwnWorkOnProcesses() : BlockingWorkload<OwnWorkJob, OwnWorkAnswer>(Model.Processes)
{
    private const int ProcessesACore = 2;

    /// <summary>Every process learns what its requests do.</summary>
    public override Task PrepareAsync(OwnWorkJob job, TrialContext trial, CancellationToken cancellation)
    {
        var begin = new ProcessRequest(job.File.Text, job.MachineryOf(trial));
        ThreadGroup.Run(StartProcesses(job, trial, cancellation).Units.Select(unit => (Action)(() => unit.Ask(begin, cancellation))));
        return Task.CompletedTask;
    }

    protected override OwnWorkAnswer Run(OwnWorkJob job, TrialContext trial, CancellationToken cancellation)
    {
        var ledger = new StepLedger(job);
        var requests = trial.Offer(job.Load, cancellation);
        var units = StartProcesses(job, trial, cancellation).Units;

        ThreadGroup.Run(units.Take(job.Load.Concurrency).Select(unit => (Action)(() => requests.ForEach(request =>
        {
            foreach (var result in unit.Ask(ProcessRequest.Next, cancellation))
            {
                ledger.Done(result);
            }

            ledger.Complete(request);
        }))));
        return new OwnWorkAnswer(ledger, new Dictionary<int, IReadOnlyList<long>>());
    }

    /// <summary>Those that are there already, except at the first time.</summary>
    private static ProcessPool<ProcessRequest, IReadOnlyList<StepResult>> StartProcesses(
        OwnWorkJob job, TrialContext trial, CancellationToken cancellation)
    {
        var processes = Math.Min(job.Load.Concurrency, ProcessesACore * Environment.ProcessorCount);
        return trial.Processes.Get<Serve, ProcessRequest, IReadOnlyList<StepResult>>(
            processes, (job.Load.Concurrency + processes - 1) / processes, cancellation);
    }

    private sealed class Serve : IProcessWork<ProcessRequest, IReadOnlyList<StepResult>>
    {
        private readonly StepWork _work = new(WaitClient.Blocking(), new SqlClient());
        private volatile Tuple<IReadOnlyList<Step>, Machinery>? _plan;

        public IReadOnlyList<StepResult> Do(ProcessRequest request, CancellationToken cancellation)
        {
            if (request is { File: { } file, Machinery: { } machinery })
            {
                _plan = Tuple.Create(WorkloadReader.ReadAgain(file).Steps, machinery);
                return [];
            }

            var (steps, on) = _plan ?? throw new InvalidOperationException("This process was not told what its requests do.");
            var results = new ConcurrentQueue<StepResult>();
            foreach (var step in steps)
            {
                switch (step)
                {
                    case ParallelStep parallel:
                        ThreadGroup.Run(parallel.Branches.Select(branch => (Action)(() => results.Enqueue(_work.Do(branch, on, cancellation)))));
                        break;
                    case WorkStep alone:
                        results.Enqueue(_work.Do(alone, on, cancellation));
                        break;
                }
            }

            return [.. results];
        }
    }
}
