using Interleave.Client.Models;
using Interleave.Grains.Cancel;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>Nobody can end a thread from outside: it stops when its own code looks at the signal.</summary>
internal sealed class CancelOnThreads() : StoppingWorkload(Model.Threads)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    protected override IReadOnlyList<StartedUnit> Start(int units, CancelJob job, TrialContext trial) => [.. Enumerable.Range(0, units).Select(_ =>
    {
        var log = new WorkLog(job.Result);
        return StartedUnit.Blocking(
            body => ThreadGroup.Start(body),
            log,
            signal => Work(job.WorkAt(trial.IoServer), log, trial, _http, signal));
    })];

    public static StopReport Work(PiecesOfWork work, WorkLog log, TrialContext trial, WaitClient http, CancellationToken signal)
    {
        using var unit = trial.Unit("unit");
        try
        {
            while (!signal.IsCancellationRequested)
            {
                log.Begin();
                log.Complete(work.Piece.Do(http, work.IntoBlocking(signal)));
            }
        }
        catch (OperationCanceledException) when (signal.IsCancellationRequested)
        {
            // The piece's own code looked at the signal.
        }

        return log.CleanUp();
    }
}
