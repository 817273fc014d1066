using System.Net;
using Interleave.Embedded.Hosting;
using Interleave.Embedded.Runtime;
using Interleave.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Runtime.Tests.Embedded.Clusters;

/// <summary>A silo in the tests' own process, one of several that share a folder.</summary>
internal sealed class TestSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private TestSilo(IHost host) => _host = host;

    public EmbeddedSiloOptions Options => Silo.Options;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public Silo Silo => _host.Services.GetRequiredService<Silo>();

    /// <param name="folder">The cluster's.</param>
    /// <param name="configure">What the silo is not to be like the others in.</param>
    /// <param name="services">What its grains ask for.</param>
    public static async Task<TestSilo> StartAsync(
        string folder, Action<EmbeddedSiloOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        services?.Invoke(builder.Services);
        builder.Services.AddEmbeddedSilo(silo =>
        {
            silo.ClusterId = Path.GetFileName(folder);
            silo.Folder = folder;
            silo.SiloEndpoint = new IPEndPoint(IPAddress.Loopback, Ports.AnyFree(IPAddress.Loopback));
            silo.GatewayEndpoint = new IPEndPoint(IPAddress.Loopback, Ports.AnyFree(IPAddress.Loopback));
            configure?.Invoke(silo);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new TestSilo(host);
    }

    /// <summary>A client that knows this silo first.</summary>
    public async Task<IHost> ConnectAsync(TimeSpan? responseTimeout = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddEmbeddedClient(client =>
        {
            client.ClusterId = Options.ClusterId;
            client.Folder = Options.Folder;
            client.Gateways = [Options.GatewayEndpoint];
            client.ResponseTimeout = responseTimeout ?? client.ResponseTimeout;
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
