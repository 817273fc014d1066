using System.Net;
using Interleave.Embedded.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Runtime.Tests.Embedded;

public sealed class LoopbackTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("::")]
    public async Task A_silo_refuses_to_listen_beyond_this_machine_and_names_Orleans(string address)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddEmbeddedSilo(silo => silo.GatewayEndpoint = new IPEndPoint(IPAddress.Parse(address), 0));
        using var host = builder.Build();

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("loopback", fault.Message, StringComparison.Ordinal);
        Assert.Contains("GrainRuntime=Orleans", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_refuses_to_call_beyond_this_machine_and_names_Orleans()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddEmbeddedClient(client => client.Gateways = [new IPEndPoint(IPAddress.Loopback, 1), IPEndPoint.Parse("10.0.0.1:30000")]);
        using var host = builder.Build();

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("GrainRuntime=Orleans", fault.Message, StringComparison.Ordinal);
    }
}
