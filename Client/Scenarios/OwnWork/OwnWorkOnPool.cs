using Interleave.Client.Measuring.Loads;
using Interleave.Client.Models;
using Interleave.Grains.OwnWork;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>A work item of the pool a request, which holds its thread wherever it waits, also for the work items that it puts side by side.</summary>
internal sealed class OwnWorkOnPool() : Workload<OwnWorkJob, OwnWorkAnswer>(Model.Pool)
{
    private readonly StepWork _work = new(WaitClient.Blocking(), new SqlClient());

    /// <summary>Every trial begins with a pool as a new process has it.</summary>
    public override Task PrepareAsync(OwnWorkJob job, TrialContext trial, CancellationToken cancellation)
    {
        PoolGroup.ForgetGrowth();
        return Task.CompletedTask;
    }

    public override async Task<OwnWorkAnswer> RunAsync(OwnWorkJob job, TrialContext trial, CancellationToken cancellation)
    {
        var ledger = new StepLedger(job);
        var keys = job.MakeKeys<Key>();
        var machinery = job.MachineryOf(trial);
        var requests = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.Load.ForEachUnit(_ => requests.ForEachAsync(request => Task.Run(
            () =>
            {
                foreach (var step in job.Steps)
                {
                    Perform(step, request);
                }

                ledger.Complete(request);
            },
            cancellation))));
        return OwnWorkAnswer.Of(ledger, keys);

        void Perform(Step step, Operation request)
        {
            switch (step)
            {
                case ParallelStep parallel:
                    Task.WaitAll([.. parallel.Branches.Select(branch => Task.Run(() => Perform(branch, request), cancellation))]);
                    break;
                case StateStep state:
                    var key = keys[state.Number][job.KeyOf(state, request)];
                    lock (key)
                    {
                        var read = key.Count;
                        StepWork.Work(state, machinery, cancellation);
                        key.Count = read + 1;
                    }

                    ledger.Changed(state);
                    break;
                case WorkStep alone:
                    ledger.Done(_work.Do(alone, machinery, cancellation));
                    break;
            }
        }
    }
}
