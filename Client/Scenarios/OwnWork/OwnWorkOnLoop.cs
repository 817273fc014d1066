using Interleave.Client.Measuring.Loads;
using Interleave.Client.Models;
using Interleave.Grains.OwnWork;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>A coroutine a request, all on one thread: a key needs no guard, for nobody else runs between reading and writing it.</summary>
internal sealed class OwnWorkOnLoop() : Workload<OwnWorkJob, OwnWorkAnswer>(Model.Loop)
{
    private readonly StepWork _work = new(WaitClient.Awaiting(), new SqlClient());

    public override Task<OwnWorkAnswer> RunAsync(OwnWorkJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        var ledger = new StepLedger(job);
        var keys = job.MakeKeys<Key>();
        var machinery = job.MachineryOf(trial);
        var requests = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.Load.ForEachUnit(_ => requests.ForEachAsync(async request =>
        {
            foreach (var step in job.Steps)
            {
                await PerformAsync(step, request);
            }

            ledger.Complete(request);
        })));
        return OwnWorkAnswer.Of(ledger, keys);

        async Task PerformAsync(Step step, Operation request)
        {
            switch (step)
            {
                case ParallelStep parallel:
                    await Task.WhenAll(parallel.Branches.Select(branch => PerformAsync(branch, request)));
                    break;
                case StateStep state:
                    var key = keys[state.Number][job.KeyOf(state, request)];
                    var read = key.Count;
                    StepWork.Work(state, machinery, cancellation);
                    key.Count = read + 1;
                    ledger.Changed(state);
                    break;
                case WorkStep alone:
                    ledger.Done(await _work.DoAsync(alone, machinery, cancellation));
                    break;
            }
        }
    });
}
