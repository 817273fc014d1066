using Interleave.Client.Models;
using Interleave.Grains.Cancel;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>Threads that can only be asked to stop, and need the global lock to look whether they were.</summary>
internal sealed class CancelOnGil() : StoppingWorkload(Model.Gil)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    protected override IReadOnlyList<StartedUnit> Start(int units, CancelJob job, TrialContext trial)
    {
        var gil = new GlobalLock();
        return [.. Enumerable.Range(0, units).Select(_ =>
        {
            var log = new WorkLog(job.Result);
            return StartedUnit.Blocking(
                body => ThreadGroup.Start(() => gil.Run(body)),
                log,
                signal => Work(job.WorkAt(trial.IoServer), log, trial, gil, signal));
        })];
    }

    private StopReport Work(PiecesOfWork work, WorkLog log, TrialContext trial, GlobalLock gil, CancellationToken signal)
    {
        using var unit = trial.Unit("unit");
        try
        {
            while (!signal.IsCancellationRequested)
            {
                log.Begin();
                log.Complete(gil.Do(work.Piece, _http, work.IntoBlocking(signal)));
            }
        }
        catch (OperationCanceledException) when (signal.IsCancellationRequested)
        {
            // The piece's own code looked at the signal.
        }

        return log.CleanUp();
    }
}
