using System.Reflection;
using Interleave.Client.GrainRuntimes;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Interleave.Client.Clusters;

/// <summary>A client of a cluster, connected until it is disposed.</summary>
internal sealed class GrainClientHost : IAsyncDisposable
{
    public static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly IHost _host;

    private GrainClientHost(IHost host) => _host = host;

    public IClusterClient Client => _host.Services.GetRequiredService<IClusterClient>();

    /// <param name="contracts">Interfaces of grains that are not of this program.</param>
    public static async Task<GrainClientHost> ConnectAsync(
        ClusterAddress cluster,
        CancellationToken cancellationToken,
        TimeSpan? connectTimeout = null,
        Action<HostApplicationBuilder>? configure = null,
        Assembly? contracts = null)
    {
        var timeout = connectTimeout ?? DefaultConnectTimeout;
        var host = Build(cluster, configure, contracts);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(timeout);
        try
        {
            await host.StartAsync(patience.Token).WaitAsync(patience.Token);
            return new GrainClientHost(host);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            host.Dispose();
            throw new ClusterException(
                $"No gateway of the cluster '{cluster.ClusterId}' on {GrainRuntime.Name} answered at {string.Join(", ", cluster.Gateways)} within " +
                    $"{timeout.TotalSeconds:0.#} s: check that it runs, by this name and on this grain runtime.",
                exception);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using (_host)
        {
            await _host.StopAsync();
        }
    }

    private static IHost Build(ClusterAddress cluster, Action<HostApplicationBuilder>? configure, Assembly? contracts)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        // What goes wrong with a call is told to its caller.
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, OwnedLifetime>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopDeadline.Graceful);
        GrainClient.AddGrainClient(builder, cluster);
        if (contracts is not null)
        {
            GrainContracts.AddTo(builder.Services, contracts);
        }

        configure?.Invoke(builder);
        return builder.Build();
    }
}
