using System.Net.Sockets;
using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Server;

/// <summary>A thread a session, which holds the lock between two calls of its socket only.</summary>
internal sealed class ServerOnGil() : ServerWorkload(Model.Gil)
{
    protected override Task ServeAsync(Door door, ServerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var gil = new GlobalLock();
        var sessions = new List<ThreadGroup>();
        foreach (var connection in door.Accept())
        {
            sessions.Add(ThreadGroup.Start(() => gil.Run(() => Serve(connection))));
        }

        sessions.ForEach(session => session.Join());
        return Task.CompletedTask;

        void Serve(Socket connection)
        {
            using var session = trial.Unit("session");
            using var stream = new ReleasingStream(connection, gil);
            var message = new byte[job.Bytes];
            stream.Write(ServerJob.Greeting, 0, ServerJob.Greeting.Length);
            while (stream.Read(message, 0, message.Length) is > 0 and var received)
            {
                stream.Write(message, 0, received);
            }
        }
    }
}
