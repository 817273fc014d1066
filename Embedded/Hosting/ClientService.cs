using Interleave.Embedded.Network;
using Microsoft.Extensions.Hosting;

namespace Interleave.Embedded.Hosting;

/// <summary>Connects and disconnects a client with its host.</summary>
internal sealed class ClientService(Client client) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => client.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => client.StopAsync(cancellationToken);
}
