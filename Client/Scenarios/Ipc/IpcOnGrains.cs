using Interleave.Client.Models;
using Interleave.Grains.Ipc;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Each message is a call from grain to grain: within a silo by reference, between silos through a socket. A call is answered, too.</summary>
internal sealed class IpcOnGrains() : Workload<IpcJob, IpcAnswer>(Model.Grains)
{
    private IMessageGrain[] _partners = [];

    public override async Task PrepareAsync(IpcJob job, TrialContext trial, CancellationToken cancellation) => _partners = job.Form.Way == MessageWay.Silos
        ? [.. (await trial.FindGrainsAsync<IMessageGrain>(silos: 2, grainsEach: 1)).Select(silo => silo[0])]
        : [.. (await trial.FindGrainsAsync<IMessageGrain>(silos: 1, grainsEach: 2))[0]];

    public override async Task<IpcAnswer> RunAsync(IpcJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var unit = trial.Unit("receiver");
        var (sender, receiver) = (_partners[0], _partners[1]);
        await trial.Offer(job.Load, cancellation).ForEachAsync(operation => sender.Send(receiver.GetPrimaryKeyLong(), job.BatchOf(operation)));
        return new IpcAnswer(await receiver.Received());
    }
}
