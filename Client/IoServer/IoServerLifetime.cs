using System.Net;
using System.Runtime.InteropServices;
using Interleave.Silo;
using Interleave.Silo.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interleave.Client.IoServer;

/// <summary>Runs the I/O server until the process that started it closes its standard input.</summary>
internal static class IoServerLifetime
{
    /// <summary>The command line's word for it.</summary>
    public const string Command = "io-server";

    /// <param name="listen">The address to listen on.</param>
    /// <param name="cancellation">Ends the server.</param>
    public static async Task RunAsync(IPAddress listen, CancellationToken cancellation)
    {
        // Ctrl-C reaches every process of the terminal; this one is still needed while its owner winds up.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        await using var telemetry = ProcessTelemetry.Start(ProcessResource.IoServer);
        await using var server = IoServerHost.Build(builder => telemetry.AddLogs(builder.Logging), listen);
        OwnerWatch.Start(Console.OpenStandardInput(), () => Stop(server, telemetry), new OwnerAnswers(telemetry).Answer);
        await server.StartAsync(cancellation);
        server.Services.GetRequiredService<ILogger<IoServerProcess>>().Listening(server.Urls.Single());
        await telemetry.Output.WriteLineAsync(server.Urls.Single());
        await server.WaitForShutdownAsync(cancellation);
    }

    private static void Stop(WebApplication server, ProcessTelemetry telemetry)
    {
        StopDeadline.Start();
        telemetry.BeginFlush();
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
    }
}
