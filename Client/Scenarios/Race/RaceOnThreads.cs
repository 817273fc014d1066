using Interleave.Client.Models;
using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>The system may interrupt a thread between its read and its write: only a guard keeps the others out.</summary>
internal sealed class RaceOnThreads() : BlockingWorkload<RaceJob, RaceAnswer>(Model.Threads)
{
    protected override RaceAnswer Run(RaceJob job, TrialContext trial, CancellationToken cancellation)
    {
        var state = SharedState.Create(job.State);
        var step = Guarded(job.Guard, state);
        var gate = new StartGate(job.Load.Concurrency);
        var operations = trial.Offer(job.Load, cancellation);

        ThreadGroup.Run(job.Load.Concurrency, () =>
        {
            gate.Pass(cancellation);
            operations.ForEach(operation => job.StepsOf(operation).ForEach(step));
        });
        return new RaceAnswer(state.Report());
    }

    /// <returns>Takes one step.</returns>
    public static Action<long> Guarded(Guard guard, SharedState state)
    {
        var door = new Lock();
        var semaphore = new SemaphoreSlim(1);
        return guard switch
        {
            Guard.None => state.Step,
            Guard.Atomic => state.StepAtomically,
            Guard.Lock => number =>
            {
                lock (door)
                {
                    state.Step(number);
                }
            }
            ,
            Guard.Semaphore => number =>
            {
                semaphore.Wait();
                state.Step(number);
                semaphore.Release();
            }
            ,
            _ => throw new ArgumentOutOfRangeException(nameof(guard), guard, "Threads have no such guard."),
        };
    }
}
