using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Switch;

/// <summary>Two threads: one blocks until the other wakes it, so that the system switches between them each time.</summary>
internal sealed class SwitchOnThreads() : SwitchWorkload(Model.Threads)
{
    public override Task<SwitchAnswer> RunAsync(SwitchJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var there = Box(job.By);
        using var back = Box(job.By);
        var rally = new Rally(job, trial, there, back, cancellation);

        ThreadGroup.Run(rally.Ping, rally.Pong);
        return Task.FromResult(new SwitchAnswer(rally.Returns));
    }

    private static IBallBox Box(Handover by) => by switch
    {
        Handover.SpinningFirst => new SpinningBox(),
        Handover.Pipe => PipeBox.Create(),
        _ => new EventBox(),
    };
}
