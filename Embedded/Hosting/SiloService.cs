using Interleave.Embedded.Runtime;
using Microsoft.Extensions.Hosting;

namespace Interleave.Embedded.Hosting;

/// <summary>Starts and stops a silo with its host.</summary>
internal sealed class SiloService(Silo silo) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => silo.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => silo.StopAsync(cancellationToken);
}
