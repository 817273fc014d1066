using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Start;

/// <summary>A thread that was created does nothing until it is started, and then not before it has the lock.</summary>
internal sealed class StartOnGil() : BlockingWorkload<StartJob, StartAnswer>(Model.Gil)
{
    protected override StartAnswer Run(StartJob job, TrialContext trial, CancellationToken cancellation)
    {
        var gil = new GlobalLock();
        var steps = new List<TimeSpan?>();
        for (var unit = 0; unit < job.UnitsOn(Model); unit++)
        {
            var step = new FirstStep();
            var thread = new Thread(() => gil.Run(step.Take));
            if (job.By != StartedBy.Creation)
            {
                thread.Start();
            }

            if (job.By == StartedBy.Await)
            {
                thread.Join();
            }

            steps.Add(step.Within(job.Patience));
            cancellation.ThrowIfCancellationRequested();
        }

        return new StartAnswer(steps);
    }
}
