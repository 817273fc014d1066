using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Start;

/// <summary>A process runs from its creation; its first step is when its runtime has started and it is ready for work.</summary>
internal sealed class StartOnProcesses() : BlockingWorkload<StartJob, StartAnswer>(Model.Processes)
{
    protected override StartAnswer Run(StartJob job, TrialContext trial, CancellationToken cancellation)
    {
        var steps = new List<TimeSpan?>();
        for (var unit = 0; unit < job.UnitsOn(Model); unit++)
        {
            var step = new FirstStep();
            using var process = ProcessPool<int, long>.Start<TellTheTime>(processes: 1, cancellation: cancellation);
            step.TakenAt(process.Units[0].Ask(0, cancellation));
            steps.Add(step.Within(job.Patience));
        }

        return new StartAnswer(steps);
    }

    private sealed class TellTheTime : IProcessWork<int, long>
    {
        private readonly long _started = Stopwatch.GetTimestamp();

        public long Do(int request, CancellationToken cancellation) => _started;
    }
}
