using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Cancel;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>A process can be killed wherever it is: it stops at once, and nobody cleans up what it leaves behind.</summary>
internal sealed class CancelOnProcesses() : StoppingWorkload(Model.Processes)
{
    private SharedMemory? _memory;
    private IReadOnlyList<ProcessUnit<KillableRequest, bool>> _units = [];
    private int _started;

    /// <summary>A process for each stop, as each ends only one; their fields lie in memory that outlives them.</summary>
    public override Task PrepareAsync(CancelJob job, TrialContext trial, CancellationToken cancellation)
    {
        _memory = SharedMemory.Create(job.Stops * KillableWork.Bytes);
        _units = trial.Processes.Get<KillableWork, KillableRequest, bool>(job.Stops, unitsEach: 1, cancellation).Units;
        _started = 0;
        return Task.CompletedTask;
    }

    public override Task CleanUpAsync(CancelJob job, TrialContext trial)
    {
        _memory?.Dispose();
        _memory = null;
        return Task.CompletedTask;
    }

    protected override IReadOnlyList<StartedUnit> Start(int units, CancelJob job, TrialContext trial) =>
        [.. Enumerable.Range(0, units).Select(_ => StartOne(_started++, job, trial, _memory!))]; // Made before.

    private StartedUnit StartOne(int number, CancelJob job, TrialContext trial, SharedMemory memory)
    {
        var unit = _units[number];
        var log = new WorkLog(memory.Numbers(number * KillableWork.Bytes, WorkLog.Fields), job.Result);
        var request = KillableRequest.ToWork(SlowRequest.From(job.WorkAt(trial.IoServer).Piece), job.Result, memory.Path, number * KillableWork.Bytes);
        var begun = new TaskCompletionSource();
        var ended = new TaskCompletionSource<StopReport>();
        ThreadGroup.Start(() =>
        {
            using var life = trial.Unit("unit");
            try
            {
                unit.Ask(request, CancellationToken.None);
                begun.SetResult();
                unit.Ask(KillableRequest.ToStay, CancellationToken.None); // Its only answer is the end of the process.
                throw new InvalidOperationException("A process that works until it is killed has answered.");
            }
            catch (ProcessUnitDiedException)
            {
                ended.SetResult(log.Find());
            }
            catch (Exception exception)
            {
                ended.SetException(exception);
            }
        });
        return new StartedUnit(begun.Task, unit.Kill, ended.Task);
    }
}
