using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Start;

/// <summary>A coroutine is scheduled when it is created, and runs when the one that created it awaits something.</summary>
internal sealed class StartOnLoop() : Workload<StartJob, StartAnswer>(Model.Loop)
{
    public override Task<StartAnswer> RunAsync(StartJob job, TrialContext trial, CancellationToken cancellation) =>
        EventLoop.RunAsync(() => StartOnTasks.StartEachAsync(job, cancellation));
}
