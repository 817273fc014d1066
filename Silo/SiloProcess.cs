using System.Net;
using System.Runtime.InteropServices;
using Interleave.Silo.Certificates;
using Interleave.Silo.Database;
using Interleave.Silo.GrainRuntimes;
using Interleave.Silo.Health;
using Interleave.Silo.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interleave.Silo;

/// <summary>A silo in a process of its own, from its start until a signal or its owner ends it.</summary>
internal sealed class SiloProcess(SiloRequest request)
{
    private const int Attempts = 10;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (request.Detached)
        {
            Detachment.LeaveSession();
        }

        for (var attempt = 1; ; attempt++)
        {
            SiloOptions? options = null;
            using var turn = request.TakesNextPorts ? await PortTurn.TakeAsync() : null;
            try
            {
                options = request.Choose();
                if (options.Database is { } database)
                {
                    new DatabaseSchema(database).ThrowUnlessCurrent();
                    await FellowSilos.ThrowUnlessTheyAgreeAsync(options, database, cancellationToken);
                }

                await RunAsync(options, () => turn?.Dispose(), cancellationToken);
                return 0;
            }
            catch (Exception exception) when (exception is DatabaseException or CertificateException)
            {
                await Console.Error.WriteLineAsync(exception.Message);
                return 2;
            }
            catch (OperationCanceledException)
            {
                // Told to stop while it was still starting.
                return 0;
            }
            catch (Exception exception) when (Ports.WasTaken(exception))
            {
                if (!request.ChoosesPorts || attempt == Attempts)
                {
                    await Console.Error.WriteLineAsync(
                        $"--silo-port {options?.SiloPort}, --gateway-port {options?.GatewayPort}: one of them was taken by another process meanwhile; name " +
                        "others, or leave the options out");
                    return 2;
                }
            }
            catch (Exception exception)
            {
                await Console.Error.WriteLineAsync($"The silo failed: {(request.Level <= LogLevel.Debug ? exception.ToString() : OneLine(exception))}");
                return 1;
            }
        }
    }

    private static string OneLine(Exception exception) => exception.GetBaseException().Message.ReplaceLineEndings(" ");

    /// <summary>At once: whatever the silo still did would be done beside those that took its place.</summary>
    private static void EndAtOnce(string reason)
    {
        Console.Error.WriteLine($"The silo ended: {reason.ReplaceLineEndings(" ")}");
        StopDeadline.Start();
        Environment.Exit(1);
    }

    /// <param name="options">What to be.</param>
    /// <param name="listens">Told when its ports are its own.</param>
    /// <param name="cancellationToken">Ends the silo.</param>
    private async Task RunAsync(SiloOptions options, Action listens, CancellationToken cancellationToken)
    {
        var level = request.Level ?? (request.Owned ? LogLevel.Warning : null);
        await using var telemetry = ProcessTelemetry.Start(ProcessResource.Silo);
        using var host = SiloHost.Build(options, level, builder =>
        {
            telemetry.AddLogs(builder.Logging);
            builder.Services.AddSingleton<EndSilo>(EndAtOnce);
        });
        var logger = host.Services.GetRequiredService<ILogger<SiloProcess>>();
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();

        void Stop(string reason)
        {
            logger.Stopping(reason);
            StopDeadline.Start();
            telemetry.BeginFlush();
            lifetime.StopApplication();
        }

        void StopOnSignal(PosixSignalContext context)
        {
            context.Cancel = true;
            Stop(context.Signal.ToString());
        }

        // Ctrl-C and a closed terminal reach every process of the terminal; an owned silo is still needed while its owner winds up.
        static void LeaveToOwner(PosixSignalContext context) => context.Cancel = true;

        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, StopOnSignal);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, request.Owned ? LeaveToOwner : StopOnSignal);
        using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, request.Owned ? LeaveToOwner : StopOnSignal);
        if (request.Owned)
        {
            OwnerWatch.Start(
                Console.OpenStandardInput(),
                gone: () => Stop("the process that started this silo is gone"),
                asked: new OwnerAnswers(telemetry).Answer,
                isReleasable: request.Detached);
        }

        if (options.Tls is null && !IPAddress.IsLoopback(options.Listen))
        {
            logger.AnybodyMayCall(options.Listen);
        }

        await host.StartAsync(cancellationToken);
        listens();
        var seat = host.Services.GetService<ClusterSeat>()?.Name ?? "";
        var ready = new SiloReady(
            GrainRuntime.Name, options.ClusterId, options.Advertise.ToString(), options.SiloPort, options.GatewayPort, Environment.ProcessId, seat);
        var (silos, clients) = (new IPEndPoint(options.Advertise, options.SiloPort), new IPEndPoint(options.Advertise, options.GatewayPort));
        logger.Ready(ready.Runtime, ready.ClusterId, silos, clients, ready.ProcessId);
        using var health = request.Health is { } socket ? HealthSocket.Open(socket) : null;
        await telemetry.Output.WriteLineAsync(ready.ToLine());
        telemetry.BeginFlush(); // The way to the endpoint is made now, not when time is short.
        await host.WaitForShutdownAsync(cancellationToken);
    }
}
