using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Server;

/// <summary>A coroutine a session, all on one thread, which also lets them in.</summary>
internal sealed class ServerOnLoop() : ServerWorkload(Model.Loop)
{
    protected override Task ServeAsync(Door door, ServerJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        var sessions = new List<Task>();
        await foreach (var connection in door.AcceptAsync())
        {
            sessions.Add(ServerOnTasks.EchoAsync(connection, job, trial, cancellation));
        }

        await Task.WhenAll(sessions);
        return sessions.Count;
    });
}
