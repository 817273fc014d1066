using Interleave.Client.Models;
using Interleave.Grains.Switch;

namespace Interleave.Client.Scenarios.Switch;

/// <summary>Two grains that call each other's turn: within a silo through its scheduler, between silos through a socket.</summary>
internal sealed class SwitchOnGrains() : SwitchWorkload(Model.Grains)
{
    private IPingPongGrain[] _partners = [];

    public override async Task PrepareAsync(SwitchJob job, TrialContext trial, CancellationToken cancellation)
    {
        _partners = job.Partners == GrainPartners.InTwoSilos
            ? [.. (await trial.FindGrainsAsync<IPingPongGrain>(silos: 2, grainsEach: 1)).Select(silo => silo[0])]
            : [.. (await trial.FindGrainsAsync<IPingPongGrain>(silos: 1, grainsEach: 2))[0]];
        await base.PrepareAsync(job, trial, cancellation);
    }

    public override async Task<SwitchAnswer> RunAsync(SwitchJob job, TrialContext trial, CancellationToken cancellation)
    {
        var (ping, pong) = (_partners[0], _partners[1]);
        using var unit = trial.Unit("pong");
        await trial.Offer(job.Load, cancellation).ForEachAsync(async _ =>
        {
            if (job.Partners == GrainPartners.ClientAndGrain)
            {
                for (var trip = 0; trip < job.Load.StepsAnOperation; trip++)
                {
                    await pong.Return();
                }
            }
            else
            {
                await ping.Play(pong.GetPrimaryKeyLong(), job.Load.StepsAnOperation);
            }
        });
        return new SwitchAnswer(await pong.Returned());
    }

    protected override IEnumerable<int> OtherProcesses(TrialContext trial) => trial.SiloProcesses;
}
