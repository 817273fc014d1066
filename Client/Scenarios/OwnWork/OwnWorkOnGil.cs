using Interleave.Client.Measuring.Loads;
using Interleave.Client.Models;
using Interleave.Client.Scenarios.Io;
using Interleave.Grains.OwnWork;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>A thread a request, all under one lock that each lets go while it blocks; each key has its own, as threads change places in between.</summary>
internal sealed class OwnWorkOnGil : BlockingWorkload<OwnWorkJob, OwnWorkAnswer>
{
    private readonly GlobalLock _gil = new();
    private readonly StepWork _work;

    public OwnWorkOnGil()
        : base(Model.Gil)
    {
        _work = new StepWork(WaitClient.Blocking(socket => new ReleasingStream(socket, _gil)), new SqlClient());
    }

    protected override OwnWorkAnswer Run(OwnWorkJob job, TrialContext trial, CancellationToken cancellation)
    {
        var ledger = new StepLedger(job);
        var keys = job.MakeKeys<Key>();
        var machinery = job.MachineryOf(trial);
        var requests = trial.Offer(job.Load, cancellation);

        GilGroup.Run(_gil, job.Load.Concurrency, () => requests.ForEach(
            request =>
            {
                foreach (var step in job.Steps)
                {
                    Perform(step, request);
                }

                ledger.Complete(request);
            },
            whileWaiting: _gil.Released));
        return OwnWorkAnswer.Of(ledger, keys) with { Gil = _gil };

        void Perform(Step step, Operation request)
        {
            switch (step)
            {
                case ParallelStep parallel:
                    var branches = parallel.Branches.Select(branch => (Action)(() => Perform(branch, request)));
                    _gil.Released(() =>
                    {
                        GilGroup.Run(_gil, branches);
                        return true;
                    });
                    break;
                case StateStep state:
                    Change(state, keys[state.Number][job.KeyOf(state, request)]);
                    ledger.Changed(state);
                    break;
                case QueryStep query:
                    ledger.Done(_gil.Released(() => _work.Do(query, machinery, cancellation)));
                    break;
                case WorkStep alone:
                    ledger.Done(_work.Do(alone, machinery, _gil.Point, cancellation));
                    break;
            }
        }

        void Change(StateStep state, Key key)
        {
            _gil.Enter(key);
            try
            {
                var read = key.Count;
                StepWork.Work(state, machinery, _gil.Point, cancellation);
                key.Count = read + 1;
            }
            finally
            {
                Monitor.Exit(key);
            }
        }
    }
}
