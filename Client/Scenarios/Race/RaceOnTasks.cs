using Interleave.Client.Models;
using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>Tasks run on several threads at once and need the guards of threads; across an await, only a semaphore can be held.</summary>
internal sealed class RaceOnTasks() : Workload<RaceJob, RaceAnswer>(Model.Tasks)
{
    public override async Task<RaceAnswer> RunAsync(RaceJob job, TrialContext trial, CancellationToken cancellation)
    {
        var state = SharedState.Create(job.State);
        var take = Guarded(job, state);
        var operations = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.Load.ForEachUnit(_ => Task.Run(
            () => operations.ForEachAsync(operation => take(job.StepsOf(operation))), cancellation)));
        return new RaceAnswer(state.Report());
    }

    private static Func<StepRange, Task> Guarded(RaceJob job, SharedState state)
    {
        if (job.Guard == Guard.Semaphore)
        {
            var semaphore = new SemaphoreSlim(1);
            return steps => steps.ForEachAsync(async number =>
            {
                await semaphore.WaitAsync();
                await StepAsync(state, number, job.AwaitsInside);
                semaphore.Release();
            });
        }

        if (job.AwaitsInside)
        {
            return steps => steps.ForEachAsync(number => StepAsync(state, number, awaitsInside: true));
        }

        var step = RaceOnThreads.Guarded(job.Guard, state);
        return steps =>
        {
            steps.ForEach(step);
            return Task.CompletedTask;
        };
    }

    private static async Task StepAsync(SharedState state, long number, bool awaitsInside)
    {
        var reading = state.Read(number);
        if (awaitsInside)
        {
            await Task.Yield();
        }

        state.Write(reading);
    }
}
