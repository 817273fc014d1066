using Interleave.Client.Models;
using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>One thread runs at a time, and may have to hand over in the middle of a step: the global lock guards the runtime, not the program.</summary>
internal sealed class RaceOnGil() : BlockingWorkload<RaceJob, RaceAnswer>(Model.Gil)
{
    protected override RaceAnswer Run(RaceJob job, TrialContext trial, CancellationToken cancellation)
    {
        var state = SharedState.Create(job.State);
        var gil = new GlobalLock();
        var step = Guarded(job.Guard, state, gil);
        var operations = trial.Offer(job.Load, cancellation);

        GilGroup.Run(gil, job.Load.Concurrency, () => operations.ForEach(operation => job.StepsOf(operation).ForEach(step)));
        return new RaceAnswer(state.Report());
    }

    private static Action<long> Guarded(Guard guard, SharedState state, GlobalLock gil)
    {
        var door = new object();
        var semaphore = new SemaphoreSlim(1);
        return guard switch
        {
            Guard.None => number => Step(state, number, gil),
            Guard.Atomic => number =>
            {
                state.StepAtomically(number);
                gil.Point.Pass();
            }
            ,
            Guard.Lock => number =>
            {
                gil.Enter(door);
                Step(state, number, gil);
                Monitor.Exit(door);
            }
            ,
            Guard.Semaphore => number =>
            {
                gil.Wait(semaphore);
                Step(state, number, gil);
                semaphore.Release();
            }
            ,
            _ => throw new ArgumentOutOfRangeException(nameof(guard), guard, "Threads have no such guard."),
        };
    }

    /// <summary>A check point between the read and the write, and one behind them, as between the instructions of an interpreter.</summary>
    private static void Step(SharedState state, long number, GlobalLock gil)
    {
        var reading = state.Read(number);
        gil.Point.Pass();
        state.Write(reading);
        gil.Point.Pass();
    }
}
