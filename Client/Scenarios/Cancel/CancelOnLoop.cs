using Interleave.Client.Models;
using Interleave.Grains.Cancel;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>The very same coroutines as on tasks, all on one thread, stopped from another.</summary>
internal sealed class CancelOnLoop() : StoppingWorkload(Model.Loop)
{
    private readonly WaitClient _http = WaitClient.Awaiting();

    protected override IReadOnlyList<StartedUnit> Start(int units, CancelJob job, TrialContext trial)
    {
        var started = Enumerable.Range(0, units).Select(_ => (Stop: new CancellationTokenSource(), Log: new WorkLog(job.Result))).ToList();
        var loop = EventLoop.RunAsync(() => Task.WhenAll(started.Select(unit =>
            CancelOnTasks.WorkAsync(job.WorkAt(trial.IoServer), unit.Log, trial, _http, unit.Stop.Token))));
        return [.. started.Select((unit, number) => new StartedUnit(unit.Log.WhenBegun, unit.Stop.Cancel, ReportOfAsync(number)))];

        async Task<StopReport> ReportOfAsync(int number) => (await loop)[number];
    }
}
