using Interleave.Client.Measuring.Loads;
using Interleave.Client.Models;
using Interleave.Grains.OwnWork;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>A task a request, which holds no thread while it waits: a semaphore a key, and <c>WhenAll</c> for what is done side by side.</summary>
internal sealed class OwnWorkOnTasks() : Workload<OwnWorkJob, OwnWorkAnswer>(Model.Tasks)
{
    private readonly StepWork _work = new(WaitClient.Awaiting(), new SqlClient());

    public override async Task<OwnWorkAnswer> RunAsync(OwnWorkJob job, TrialContext trial, CancellationToken cancellation)
    {
        var ledger = new StepLedger(job);
        var keys = job.MakeKeys<AwaitedKey>();
        var machinery = job.MachineryOf(trial);
        var requests = trial.Offer(job.Load, cancellation);

        // Each unit begins on the pool: what it computes would else hold up the units after it.
        await Task.WhenAll(job.Load.ForEachUnit(_ => Task.Run(() => requests.ForEachAsync(async request =>
        {
            foreach (var step in job.Steps)
            {
                await PerformAsync(step, request);
            }

            ledger.Complete(request);
        }))));
        return OwnWorkAnswer.Of(ledger, keys);

        async Task PerformAsync(Step step, Operation request)
        {
            switch (step)
            {
                case ParallelStep parallel:
                    await Task.WhenAll(parallel.Branches.Select(branch => Task.Run(() => PerformAsync(branch, request), cancellation)));
                    break;
                case StateStep state:
                    var key = keys[state.Number][job.KeyOf(state, request)];
                    await key.Free.WaitAsync(cancellation);
                    try
                    {
                        var read = key.Count;
                        StepWork.Work(state, machinery, cancellation);
                        key.Count = read + 1;
                    }
                    finally
                    {
                        key.Free.Release();
                    }

                    ledger.Changed(state);
                    break;
                case WorkStep alone:
                    ledger.Done(await _work.DoAsync(alone, machinery, cancellation));
                    break;
            }
        }
    }
}
