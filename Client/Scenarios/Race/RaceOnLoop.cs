using Interleave.Client.Models;
using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>Coroutines on one thread: nobody comes between two awaits, and anybody may come at one.</summary>
internal sealed class RaceOnLoop() : Workload<RaceJob, RaceAnswer>(Model.Loop)
{
    public override Task<RaceAnswer> RunAsync(RaceJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        var state = SharedState.Create(job.State);
        var take = Guarded(job, state);
        var operations = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.Load.ForEachUnit(_ => operations.ForEachAsync(async operation =>
        {
            await take(job.StepsOf(operation));
            await Task.Yield();
        })));
        return new RaceAnswer(state.Report());
    });

    private static Func<StepRange, Task> Guarded(RaceJob job, SharedState state)
    {
        if (!job.AwaitsInside)
        {
            return steps =>
            {
                steps.ForEach(state.Step);
                return Task.CompletedTask;
            };
        }

        var semaphore = job.Guard == Guard.Semaphore ? new SemaphoreSlim(1) : null;
        return steps => steps.ForEachAsync(async number =>
        {
            await (semaphore?.WaitAsync() ?? Task.CompletedTask);
            var reading = state.Read(number);
            await Task.Yield();
            state.Write(reading);
            semaphore?.Release();
        });
    }
}
