using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Dinner;

/// <summary>What all models do before and after a meal: where it is held on one core, everything that takes part is.</summary>
internal abstract class DinnerWorkload(Model model) : Workload<DinnerJob, DinnerAnswer>(model)
{
    private OneCore? _core;

    public sealed override Task PrepareAsync(DinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var others = OtherProcesses(trial, cancellation).ToList(); // Started before the trial is timed.
        _core = job.OnOneCore ? OneCore.Hold(others) : null;
        return Task.CompletedTask;
    }

    public sealed override Task CleanUpAsync(DinnerJob job, TrialContext trial)
    {
        _core?.Dispose();
        _core = null;
        return Task.CompletedTask;
    }

    /// <summary>The processes that take part, beside this one.</summary>
    protected virtual IEnumerable<int> OtherProcesses(TrialContext trial, CancellationToken cancellation) => [];
}
