using Interleave.Client.Models;
using Interleave.Grains.Cancel;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>A task is cancelled where it awaits something that takes a token, and nowhere else.</summary>
internal sealed class CancelOnTasks() : StoppingWorkload(Model.Tasks)
{
    private readonly WaitClient _http = WaitClient.Awaiting();

    protected override IReadOnlyList<StartedUnit> Start(int units, CancelJob job, TrialContext trial) => [.. Enumerable.Range(0, units).Select(_ =>
    {
        var stop = new CancellationTokenSource();
        var log = new WorkLog(job.Result);
        return new StartedUnit(log.WhenBegun, stop.Cancel, Task.Run(() => WorkAsync(job.WorkAt(trial.IoServer), log, trial, _http, stop.Token)));
    })];

    public static async Task<StopReport> WorkAsync(PiecesOfWork work, WorkLog log, TrialContext trial, WaitClient http, CancellationToken stop)
    {
        using var unit = trial.Unit("unit");
        try
        {
            while (true)
            {
                log.Begin();
                log.Complete(await work.Piece.DoAsync(http, work.IntoAwaiting(stop)));
                await Task.Yield();
                stop.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return log.CleanUp();
        }
    }
}
