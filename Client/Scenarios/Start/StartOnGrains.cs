using Interleave.Client.Models;
using Interleave.Grains.Start;

namespace Interleave.Client.Scenarios.Start;

/// <summary>A grain always exists; a call of it is sent at once, whether or not anybody awaits the answer.</summary>
internal sealed class StartOnGrains() : Workload<StartJob, StartAnswer>(Model.Grains)
{
    public override async Task<StartAnswer> RunAsync(StartJob job, TrialContext trial, CancellationToken cancellation)
    {
        var steps = new List<TimeSpan?>();
        foreach (var grain in trial.FreshGrainsOf<IFirstStepGrain>(job.Units))
        {
            var step = new FirstStep();
            var call = CallAsync(grain, step);
            if (job.By == StartedBy.Await)
            {
                await call;
            }

            steps.Add(await step.WithinAsync(job.Patience));
            cancellation.ThrowIfCancellationRequested();
        }

        return new StartAnswer(steps);
    }

    private static async Task CallAsync(IFirstStepGrain grain, FirstStep step) => step.TakenAt(await grain.Take());
}
