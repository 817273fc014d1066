using Interleave.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Interleave.Client.IoServer;

/// <summary>Runs the I/O server until whoever started it lets go of its standard input.</summary>
internal static class IoServerLifetime
{
    /// <summary>The command line's word for it.</summary>
    public const string Command = "io-server";

    public static async Task RunAsync(CancellationToken cancellation)
    {
        await using var server = IoServerHost.Build();
        OwnerWatch.Start(Console.OpenStandardInput(), () => Stop(server));
        await server.StartAsync(cancellation);
        await Console.Out.WriteLineAsync(server.Urls.Single());
        await server.WaitForShutdownAsync(cancellation);
    }

    private static void Stop(WebApplication server)
    {
        StopDeadline.Start();
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
    }
}
