using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Start;

/// <summary>To call an async method is to start it: it goes on whether or not anybody awaits it.</summary>
internal sealed class StartOnTasks() : Workload<StartJob, StartAnswer>(Model.Tasks)
{
    public override Task<StartAnswer> RunAsync(StartJob job, TrialContext trial, CancellationToken cancellation) => StartEachAsync(job, cancellation);

    public static async Task<StartAnswer> StartEachAsync(StartJob job, CancellationToken cancellation)
    {
        var steps = new List<TimeSpan?>();
        for (var unit = 0; unit < job.Units; unit++)
        {
            var step = new FirstStep();
            var task = TakeAsync(step);
            if (job.By == StartedBy.Await)
            {
                await task;
            }

            steps.Add(await step.WithinAsync(job.Patience));
            cancellation.ThrowIfCancellationRequested();
        }

        return new StartAnswer(steps);
    }

    private static async Task TakeAsync(FirstStep step)
    {
        // Up to its first await a method runs within its caller: the step is taken by what is scheduled.
        await Task.Yield();
        step.Take();
    }
}
