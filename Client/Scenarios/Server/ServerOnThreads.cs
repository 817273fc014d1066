using System.Net.Sockets;
using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Server;

/// <summary>A thread a session: it blocks until the next message comes.</summary>
internal sealed class ServerOnThreads() : ServerWorkload(Model.Threads)
{
    protected override Task ServeAsync(Door door, ServerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var sessions = new List<ThreadGroup>();
        foreach (var connection in door.Accept())
        {
            sessions.Add(ThreadGroup.Start(() => Serve(connection)));
        }

        sessions.ForEach(session => session.Join());
        return Task.CompletedTask;

        void Serve(Socket connection)
        {
            using var session = trial.Unit("session");
            using var stream = new NetworkStream(connection, ownsSocket: true);
            var message = new byte[job.Bytes];
            stream.Write(ServerJob.Greeting);
            while (stream.Read(message) is > 0 and var received)
            {
                stream.Write(message, 0, received);
            }
        }
    }
}
