using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>The very same coroutines as on tasks, all on one thread: slow work that never awaits stops the spinner.</summary>
internal sealed class SpinnerOnLoop() : Workload<SpinnerJob, SpinnerAnswer>(Model.Loop)
{
    private readonly WaitClient _http = WaitClient.Awaiting();

    public override Task<SpinnerAnswer> RunAsync(SpinnerJob job, TrialContext trial, CancellationToken cancellation) =>
        EventLoop.RunAsync(() => SpinnerOnTasks.SuperviseAsync(job, trial, _http, cancellation));
}
