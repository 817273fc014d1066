using System.Net;
using Interleave.Embedded.Hosting;
using Microsoft.Extensions.Hosting;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>A silo on the embedded runtime.</summary>
internal static class GrainRuntime
{
    public static string Name { get; } = $"Embedded {typeof(EmbeddedSiloOptions).Assembly.GetName().Version?.ToString(3)}";

    public static void AddSilo(IHostApplicationBuilder builder, SiloOptions options) => builder.Services.AddEmbeddedSilo(silo =>
    {
        silo.ClusterId = options.ClusterId;
        silo.SiloEndpoint = new IPEndPoint(options.Address, options.SiloPort);
        silo.GatewayEndpoint = new IPEndPoint(options.Address, options.GatewayPort);
        silo.ResponseTimeout = options.ResponseTimeout;
    });
}
