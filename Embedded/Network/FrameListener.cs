using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Interleave.Embedded.Network;

/// <summary>Listens for silos and for clients; the web server's connection handling does the accepting, and limits how many there are.</summary>
internal sealed class FrameListener : IDisposable
{
    private const int MostConnections = 512;

    private readonly KestrelServer _server;

    public FrameListener(IReadOnlyDictionary<IPEndPoint, Func<FrameSocket, Task>> accept, ILoggerFactory loggers)
    {
        var options = new KestrelServerOptions();
        options.Limits.MaxConcurrentConnections = MostConnections;
        foreach (var (endPoint, accepted) in accept)
        {
            options.Listen(endPoint, listen => listen.Run(async connection =>
            {
                using var socket = new FrameSocket(connection);
                await accepted(socket);
            }));
        }

        var most = FileDescriptors.ConnectionsOfEach(accept.Count, FileDescriptors.Free());
        _server = new KestrelServer(Options.Create(options), new PatientTransport(most, loggers), loggers);
    }

    /// <exception cref="IOException">A port is taken.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => _server.StartAsync(new NoRequests(), cancellationToken);

    /// <summary>Accepts no more, and ends the connections that are left.</summary>
    public Task StopAsync() => _server.StopAsync(new CancellationToken(canceled: true));

    public void Dispose() => _server.Dispose();

    /// <summary>What the server asks for, and what no connection ever comes to here.</summary>
    private sealed class NoRequests : IHttpApplication<IFeatureCollection>
    {
        public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public Task ProcessRequestAsync(IFeatureCollection context) => Task.CompletedTask;

        public void DisposeContext(IFeatureCollection context, Exception? exception)
        {
        }
    }
}
