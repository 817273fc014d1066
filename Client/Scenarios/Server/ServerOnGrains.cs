using System.Net.Sockets;
using Interleave.Client.Models;
using Interleave.Grains.Memory;
using Interleave.Grains.Server;

namespace Interleave.Client.Scenarios.Server;

/// <summary>A grain a session, behind a gateway: that holds the connection, passes each message on to the grain and sends what it answers.</summary>
internal sealed class ServerOnGrains() : ServerWorkload(Model.Grains)
{
    private IReadOnlyList<IIdleGrain> _oneASilo = [];

    public override async Task PrepareAsync(ServerJob job, TrialContext trial, CancellationToken cancellation)
    {
        await base.PrepareAsync(job, trial, cancellation);
        _oneASilo = trial.SiloProcesses.Count == 0 ? [] : [.. (await trial.FindGrainsAsync<IIdleGrain>(trial.SiloProcesses.Count, 1)).Select(silo => silo[0])];
    }

    protected override async Task ServeAsync(Door door, ServerJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var grains = trial.FreshGrainsOf<ISessionGrain>(job.Sessions).GetEnumerator();
        var sessions = new List<Task>();
        await foreach (var connection in door.AcceptAsync())
        {
            grains.MoveNext();
            sessions.Add(RelayAsync(connection, grains.Current));
        }

        await Task.WhenAll(sessions);

        async Task RelayAsync(Socket connection, ISessionGrain grain)
        {
            using var session = trial.Unit("session");
            await using var stream = new NetworkStream(connection, ownsSocket: true);
            var message = new byte[job.Bytes];
            await grain.Enter();
            await stream.WriteAsync(ServerJob.Greeting, cancellation);
            while (await stream.ReadAsync(message, cancellation) is > 0 and var received)
            {
                await stream.WriteAsync(await grain.Echo(message[..received]), cancellation);
            }

            await grain.Leave();
        }
    }

    protected override IEnumerable<int> OtherProcesses(TrialContext trial) => trial.SiloProcesses;

    protected override Task CollectOthersAsync(TrialContext trial) => Task.WhenAll(_oneASilo.Select(grain => grain.CollectGarbage()));
}
