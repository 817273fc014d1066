using Interleave.Grains;
using Interleave.Grains.Meters;
using Interleave.Silo.GrainRuntimes;
using Interleave.Silo.Usage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Interleave.Silo;

/// <summary>Builds the host of one silo, for a process of its own or inside another.</summary>
internal static class SiloHost
{
    /// <param name="options">The silo's place in its cluster.</param>
    /// <param name="level">The lowest level to log; none: this product's information and everybody's warnings.</param>
    /// <param name="configure">What else the host needs, such as telemetry.</param>
    public static IHost Build(SiloOptions options, LogLevel? level = LogLevel.Warning, Action<HostApplicationBuilder>? configure = null)
    {
        // Without the defaults: no configuration of whatever folder it is started in, and a faster start.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(level ?? LogLevel.Warning);
        if (level is null)
        {
            builder.Logging.AddFilter("Interleave", LogLevel.Information);
        }

        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, OwnedLifetime>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopDeadline.Graceful);
        builder.Services.AddGrainServices();
        builder.Services.AddSingleton<ISiloMeters, OwnMeters>();
        var seat = options.Database is null ? ClusterFolder.Of(options.ClusterId).TakeSeat(SeatKind.Silo) : null;
        try
        {
            if (seat is not null)
            {
                // By a factory, so that the seat is given up with the host.
                builder.Services.AddSingleton(_ => seat);
            }

            GrainRuntime.AddSilo(builder, options, seat);
            builder.Services.TryAddSingleton(TimeProvider.System);
            builder.Services.TryAddSingleton<EndSilo>(services => services.GetRequiredService<ILoggerFactory>().CreateLogger<EndSilo>().CannotGoOn);
            configure?.Invoke(builder);
            var host = builder.Build();
            host.Services.GetService<ClusterSeat>();
            return host;
        }
        catch
        {
            seat?.Dispose();
            throw;
        }
    }
}
