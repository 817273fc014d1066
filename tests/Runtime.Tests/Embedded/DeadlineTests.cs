using System.Net;
using Interleave.Embedded.Hosting;
using Interleave.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Runtime.Tests.Embedded;

public sealed class DeadlineTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    private readonly StuckGrain.Lives _lives = new();
    private readonly IHost _silo;

    public DeadlineTests()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(_lives);
        builder.Services.AddEmbeddedSilo(silo =>
        {
            silo.ClusterId = $"deadlines-{Guid.NewGuid():N}";
            silo.SiloEndpoint = new IPEndPoint(IPAddress.Loopback, Ports.AnyFree(IPAddress.Loopback));
            silo.GatewayEndpoint = new IPEndPoint(IPAddress.Loopback, Ports.AnyFree(IPAddress.Loopback));
            silo.ActivationTimeout = Limit;
            silo.DeactivationTimeout = Limit;
        });
        _silo = builder.Build();
    }

    public Task InitializeAsync() => _silo.StartAsync();

    [Fact]
    public async Task A_grain_that_never_wakes_up_fails_its_callers_and_the_next_activation_answers()
    {
        var grain = Grain("waking");

        var fault = await Assert.ThrowsAsync<TimeoutException>(grain.Life);

        Assert.Contains("OnActivateAsync", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, await grain.Life());
    }

    [Fact]
    public async Task A_grain_that_never_cleans_up_is_given_up_and_runs_no_further()
    {
        var grain = Grain("leaving");
        await grain.Leave();

        Assert.Equal(2, await grain.Life());
        _lives.Hang.SetResult();
        await grain.Life();

        Assert.False(_lives.WentOn);
    }

    public async Task DisposeAsync()
    {
        await _silo.StopAsync();
        _silo.Dispose();
    }

    private IStuckGrain Grain(string key) => _silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IStuckGrain>(key);
}
