using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;

namespace Sample.Silo.GrainRuntimes;

/// <summary>A silo that knows nothing of this product. Tells its gateway when it is ready, and ends when its input does.</summary>
internal static class Program
{
    public static async Task Main(string[] args)
    {
        var clusterId = args[0];
        var (siloPort, gatewayPort) = (FreePort(), FreePort());
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: "sample", clusterId: clusterId));
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine($"127.0.0.1:{gatewayPort}");
        await Console.In.ReadToEndAsync();
        await host.StopAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
