using Interleave.Client.Models;
using Interleave.Grains.Cancel;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>A work item that has begun cannot be taken back either: it stops when its own code looks at the signal.</summary>
internal sealed class CancelOnPool() : StoppingWorkload(Model.Pool)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    protected override IReadOnlyList<StartedUnit> Start(int units, CancelJob job, TrialContext trial) => [.. Enumerable.Range(0, units).Select(_ =>
    {
        var log = new WorkLog(job.Result);
        return StartedUnit.Blocking(
            body => PoolGroup.Start(body),
            log,
            signal => CancelOnThreads.Work(job.WorkAt(trial.IoServer), log, trial, _http, signal));
    })];
}
