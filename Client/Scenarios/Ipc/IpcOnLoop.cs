using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>The same coroutines and the same channel as on tasks, on one thread.</summary>
internal sealed class IpcOnLoop() : Workload<IpcJob, IpcAnswer>(Model.Loop)
{
    public override Task<IpcAnswer> RunAsync(IpcJob job, TrialContext trial, CancellationToken cancellation) =>
        EventLoop.RunAsync(() => IpcOnTasks.SendAsync(job, trial, body => body(), cancellation));
}
