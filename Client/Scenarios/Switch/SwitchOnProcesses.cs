using Interleave.Client.Models;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Switch;

/// <summary>This process and a child, over the same kind of pipe as two threads: what differs is the address space.</summary>
internal sealed class SwitchOnProcesses() : SwitchWorkload(Model.Processes)
{
    public override Task PrepareAsync(SwitchJob job, TrialContext trial, CancellationToken cancellation)
    {
        Start(trial, cancellation);
        return base.PrepareAsync(job, trial, cancellation);
    }

    public override Task<SwitchAnswer> RunAsync(SwitchJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var there = PipeBox.Create();
        using var back = PipeBox.Create();
        var rally = new Rally(job, trial, there, back, cancellation);
        var child = Start(trial, cancellation).Units[0];
        var returns = 0L;

        ThreadGroup.Run(rally.Ping, () =>
        {
            using var unit = trial.Unit("pong");
            returns = child.Ask(new Pipes(there.Path, back.Path), cancellation);
        });
        return Task.FromResult(new SwitchAnswer(returns));
    }

    protected override IEnumerable<int> OtherProcesses(TrialContext trial) => Start(trial, CancellationToken.None).ProcessIds;

    /// <summary>The child is there already, except at the first time.</summary>
    private static ProcessPool<Pipes, long> Start(TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<Pong, Pipes, long>(processes: 1, unitsEach: 1, cancellation);

    /// <summary>Where the ball comes from, and where it goes back to.</summary>
    internal sealed record Pipes(string There, string Back);

    internal sealed class Pong : IProcessWork<Pipes, long>
    {
        public long Do(Pipes request, CancellationToken cancellation)
        {
            using var there = PipeBox.Open(request.There);
            using var back = PipeBox.Open(request.Back);
            return Rally.Return(there, back);
        }
    }
}
