using System.Net;
using Interleave.Embedded.Hosting;
using Interleave.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded;

public sealed class IdleCollectionTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly IHost _silo;

    public IdleCollectionTests()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddEmbeddedSilo(silo =>
        {
            silo.ClusterId = $"idle-{Guid.NewGuid():N}";
            silo.SiloEndpoint = new IPEndPoint(IPAddress.Loopback, Ports.AnyFree(IPAddress.Loopback));
            silo.GatewayEndpoint = new IPEndPoint(IPAddress.Loopback, Ports.AnyFree(IPAddress.Loopback));
            silo.ResponseTimeout = TimeSpan.FromDays(1);
        });
        _silo = builder.Build();
    }

    public Task InitializeAsync() => _silo.StartAsync();

    [Fact]
    public async Task A_grain_that_is_called_now_and_then_lives_on_and_one_that_is_not_is_deactivated()
    {
        var (used, idle) = (Grain("used"), Grain("idle"));
        var before = (await used.WhoAreYou()).Activation;
        var idleBefore = (await idle.WhoAreYou()).Activation;

        for (var i = 0; i < 3; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(14));
            Assert.Equal(before, (await used.WhoAreYou()).Activation);
        }

        Assert.NotEqual(idleBefore, (await idle.WhoAreYou()).Activation);
        _time.Advance(TimeSpan.FromMinutes(17));
        Assert.NotEqual(before, (await used.WhoAreYou()).Activation);
    }

    [Fact]
    public async Task A_call_in_progress_keeps_its_grain_alive()
    {
        var grain = _silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IHoldGrain>("held");
        var hold = grain.Hold();
        await grain.Held();

        _time.Advance(TimeSpan.FromHours(1));
        await grain.LetGo();
        await hold;
        await grain.Touch();

        Assert.Equal<string[]>(["hold", "let go", "touch"], await grain.Journal());
    }

    [Fact]
    public async Task A_grain_that_is_used_while_it_is_about_to_be_collected_lives_on()
    {
        var age = TimeSpan.FromSeconds(1);
        var grain = Grain("about to be collected");
        var before = (await grain.WhoAreYou()).Activation;
        var activation = Assert.Single(_silo.Services.GetRequiredService<Interleave.Embedded.Runtime.Silo>().Catalog.Movable);
        var ended = new TaskCompletionSource();
        activation.Scheduler.Post(ended.SetResult); // Behind the call: its answer may be here before it has ended.
        await ended.Task;
        activation.CollectIfIdle(age);
        _time.Advance(2 * age);

        var mayGoOn = false;
        activation.Scheduler.Post(() => SpinWait.SpinUntil(() => Volatile.Read(ref mayGoOn)));
        var used = grain.WhoAreYou();
        activation.CollectIfIdle(age); // It is idle as yet: the call waits behind what its thread does.
        Volatile.Write(ref mayGoOn, true);

        await used;
        Assert.Equal(before, (await grain.WhoAreYou()).Activation);
    }

    public async Task DisposeAsync()
    {
        await _silo.StopAsync();
        _silo.Dispose();
    }

    private IIdentityGrain Grain(string key) => _silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IIdentityGrain>(key);
}
