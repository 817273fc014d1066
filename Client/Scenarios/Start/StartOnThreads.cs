using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Start;

/// <summary>A thread that was created does nothing until it is started.</summary>
internal sealed class StartOnThreads() : BlockingWorkload<StartJob, StartAnswer>(Model.Threads)
{
    protected override StartAnswer Run(StartJob job, TrialContext trial, CancellationToken cancellation)
    {
        var steps = new List<TimeSpan?>();
        for (var unit = 0; unit < job.Units; unit++)
        {
            var step = new FirstStep();
            var thread = new Thread(step.Take);
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
