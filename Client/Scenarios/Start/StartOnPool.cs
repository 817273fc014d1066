using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Start;

/// <summary>A work item exists by being queued: it runs as soon as the pool has a thread for it.</summary>
internal sealed class StartOnPool() : BlockingWorkload<StartJob, StartAnswer>(Model.Pool)
{
    protected override StartAnswer Run(StartJob job, TrialContext trial, CancellationToken cancellation)
    {
        var steps = new List<TimeSpan?>();
        for (var unit = 0; unit < job.UnitsOn(Model); unit++)
        {
            var step = new FirstStep();
            var item = PoolGroup.Start(step.Take);
            if (job.By == StartedBy.Await)
            {
                item.Join();
            }

            steps.Add(step.Within(job.Patience));
            cancellation.ThrowIfCancellationRequested();
        }

        return new StartAnswer(steps);
    }
}
