using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>Processes share nothing by themselves; memory that they map together needs the guards of threads, and one that they share as well.</summary>
internal sealed class RaceOnProcesses() : BlockingWorkload<RaceJob, RaceAnswer>(Model.Processes)
{
    private SharedMemory? _memory;

    public override Task PrepareAsync(RaceJob job, TrialContext trial, CancellationToken cancellation)
    {
        _memory = SharedMemory.Create(StepTaker.LengthOf(job.State));
        SharedSemaphore.Create(_memory, StepTaker.SemaphoreAt, value: 1);
        foreach (var unit in Start(job, trial, cancellation).Units)
        {
            unit.Ask(new StepRequest(null, new SharedStatePlace(_memory.Path, job.State, job.Guard)), cancellation);
        }

        return Task.CompletedTask;
    }

    public override Task CleanUpAsync(RaceJob job, TrialContext trial)
    {
        _memory?.Dispose();
        _memory = null;
        return Task.CompletedTask;
    }

    protected override RaceAnswer Run(RaceJob job, TrialContext trial, CancellationToken cancellation)
    {
        var gate = new StartGate(job.Load.Concurrency);
        using var anyFailed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var operations = trial.Offer(job.Load, anyFailed.Token);

        ThreadGroup.Run(Start(job, trial, cancellation).Units.Select(unit => (Action)(() =>
        {
            gate.Pass(anyFailed.Token);
            operations.ForEach(operation =>
            {
                try
                {
                    unit.Ask(new StepRequest(job.StepsOf(operation), null), anyFailed.Token);
                }
                catch
                {
                    anyFailed.Cancel(); // One that ended within its step keeps the semaphore for good.
                    throw;
                }
            });
        })));
        return new RaceAnswer(SharedState.Create(job.State, StepTaker.CellsIn(_memory!, job.State)).Report()); // Created before.
    }

    /// <summary>The processes are there already, except at the first time.</summary>
    private static ProcessPool<StepRequest, bool> Start(RaceJob job, TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<StepTaker, StepRequest, bool>(job.Load.Concurrency, unitsEach: 1, cancellation);
}
