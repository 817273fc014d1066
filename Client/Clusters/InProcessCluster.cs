using System.Net;
using Interleave.Client.GrainRuntimes;
using Interleave.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interleave.Client.Clusters;

/// <summary>A cluster of one silo inside this process: no wire, no other process.</summary>
internal sealed class InProcessCluster : ICluster
{
    private const int Attempts = 10;

    private readonly IHost _host;

    private InProcessCluster(IHost host, SiloOptions options)
    {
        _host = host;
        var gateway = new IPEndPoint(options.Listen, options.GatewayPort);
        Silos = [new ClusterSilo(1, Environment.ProcessId, new IPEndPoint(options.Listen, options.SiloPort), gateway)];
        Address = new ClusterAddress(options.ClusterId, [gateway]) { ResponseTimeout = options.ResponseTimeout };
    }

    public ClusterAddress Address { get; }

    public IReadOnlyList<ClusterSilo> Silos { get; }

    /// <summary>The silo's own way to grains, which no socket is part of.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<InProcessCluster> StartAsync(
        TimeSpan responseTimeout, CancellationToken cancellationToken, Action<HostApplicationBuilder>? configure = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var options = new SiloOptions
            {
                SiloPort = Ports.AnyFree(IPAddress.Loopback),
                GatewayPort = Ports.AnyFree(IPAddress.Loopback),
                ClusterId = $"in-process-{Guid.NewGuid():N}",
                ResponseTimeout = responseTimeout,
            };
            // What goes wrong with a call is told to its caller.
            var host = SiloHost.Build(options, LogLevel.Critical, configure);
            try
            {
                await host.StartAsync(cancellationToken);
                return new InProcessCluster(host, options);
            }
            catch (Exception exception)
            {
                host.Dispose();
                if (!Ports.WasTaken(exception) || attempt == Attempts)
                {
                    throw;
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        using (_host)
        {
            await _host.StopAsync();
        }
    }
}
