using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Switch;

/// <summary>Two work items that block: as long as there are only two, each has a thread of the pool.</summary>
internal sealed class SwitchOnPool() : SwitchWorkload(Model.Pool)
{
    public override Task<SwitchAnswer> RunAsync(SwitchJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var there = new EventBox();
        using var back = new EventBox();
        var rally = new Rally(job, trial, there, back, cancellation);

        PoolGroup.Run(rally.Ping, rally.Pong);
        return Task.FromResult(new SwitchAnswer(rally.Returns));
    }
}
