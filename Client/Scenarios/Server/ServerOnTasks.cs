using System.Net.Sockets;
using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Server;

/// <summary>A task a session: no thread is held until the next message comes.</summary>
internal sealed class ServerOnTasks() : ServerWorkload(Model.Tasks)
{
    /// <summary>A session as a coroutine, whichever thread or loop it runs on.</summary>
    public static async Task EchoAsync(Socket connection, ServerJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var session = trial.Unit("session");
        await using var stream = new NetworkStream(connection, ownsSocket: true);
        var message = new byte[job.Bytes];
        await stream.WriteAsync(ServerJob.Greeting, cancellation);
        while (await stream.ReadAsync(message, cancellation) is > 0 and var received)
        {
            await stream.WriteAsync(message.AsMemory(0, received), cancellation);
        }
    }

    protected override async Task ServeAsync(Door door, ServerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var sessions = new List<Task>();
        await foreach (var connection in door.AcceptAsync())
        {
            sessions.Add(EchoAsync(connection, job, trial, cancellation));
        }

        await Task.WhenAll(sessions);
    }
}
