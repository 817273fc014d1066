using Interleave.Client.Measuring.Loads;
using Interleave.Client.Models;
using Interleave.Grains.OwnWork;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>A thread a request, which blocks wherever it waits: a lock a key, and threads that are joined for what is done side by side.</summary>
internal sealed class OwnWorkOnThreads() : BlockingWorkload<OwnWorkJob, OwnWorkAnswer>(Model.Threads)
{
    private readonly StepWork _work = new(WaitClient.Blocking(), new SqlClient());

    protected override OwnWorkAnswer Run(OwnWorkJob job, TrialContext trial, CancellationToken cancellation)
    {
        var ledger = new StepLedger(job);
        var keys = job.MakeKeys<Key>();
        var machinery = job.MachineryOf(trial);
        var requests = trial.Offer(job.Load, cancellation);

        ThreadGroup.Run(job.Load.Concurrency, () => requests.ForEach(request =>
        {
            foreach (var step in job.Steps)
            {
                Perform(step, request);
            }

            ledger.Complete(request);
        }));
        return OwnWorkAnswer.Of(ledger, keys);

        void Perform(Step step, Operation request)
        {
            switch (step)
            {
                case ParallelStep parallel:
                    ThreadGroup.Run(parallel.Branches.Select(branch => (Action)(() => Perform(branch, request))));
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
