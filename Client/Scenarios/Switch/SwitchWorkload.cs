using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Switch;

/// <summary>What all models do before and after a rally: where it is pinned, everything that takes part is held on one core.</summary>
internal abstract class SwitchWorkload(Model model) : Workload<SwitchJob, SwitchAnswer>(model)
{
    private OneCore? _core;

    public override Task PrepareAsync(SwitchJob job, TrialContext trial, CancellationToken cancellation)
    {
        _core = job.Pinned ? OneCore.Hold(OtherProcesses(trial)) : null;
        return Task.CompletedTask;
    }

    public override Task CleanUpAsync(SwitchJob job, TrialContext trial)
    {
        _core?.Dispose();
        _core = null;
        return Task.CompletedTask;
    }

    /// <summary>The processes that take part, beside this one.</summary>
    protected virtual IEnumerable<int> OtherProcesses(TrialContext trial) => [];
}
