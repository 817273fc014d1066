using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Embedded.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Endings;

public sealed class EndingTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TestFolder _folder = new();
    private readonly EndingGrain.Stage _stage = new();

    [Fact]
    public async Task A_grain_whose_timer_fails_when_it_is_stopped_ends_all_the_same()
    {
        _stage.Disposal.SetResult();
        await using var silo = await StartAsync();
        var grain = Grain(silo);
        await grain.RunTimerThatMustNotStop();

        await grain.Leave();

        Assert.Equal(2, await grain.Life().WaitAsync(Limit));
    }

    [Fact]
    public async Task A_grain_has_its_key_until_it_is_disposed_of()
    {
        await using var silo = await StartAsync();
        var grain = Grain(silo);
        await grain.Leave();

        await _stage.Disposing.Task.WaitAsync(Limit);
        Assert.Single(silo.Silo.Catalog.Movable);
        var next = grain.Life();
        _stage.Disposal.SetResult();

        Assert.Equal(2, await next.WaitAsync(Limit));
    }

    [Fact]
    public async Task A_grain_whose_disposal_hangs_is_given_up()
    {
        await using var silo = await StartAsync(TimeSpan.FromMilliseconds(50));
        var grain = Grain(silo);

        await grain.Leave();

        Assert.Equal(2, await grain.Life().WaitAsync(Limit));
        _stage.Disposal.SetResult();
    }

    [Fact]
    public async Task A_clean_up_that_takes_too_long_is_asked_to_end_first()
    {
        _stage.Disposal.SetResult();
        _stage.CleansUpUntilAsked = true;
        var time = new ManualTime();
        await using var silo = await StartAsync(TimeSpan.FromSeconds(10), services => services.AddSingleton<TimeProvider>(time));
        var grain = Grain(silo);
        await grain.Leave();
        await _stage.CleaningUp.Task.WaitAsync(Limit);

        time.Advance(TimeSpan.FromSeconds(11));

        // It ended, and so was not given up before it was disposed of.
        Assert.Equal(2, await grain.Life().WaitAsync(Limit));
        Assert.True(_stage.Disposing.Task.IsCompleted);
    }

    [Fact]
    public async Task A_grain_that_is_told_to_leave_while_it_wakes_leaves_when_it_is_awake()
    {
        await using var silo = await StartAsync();
        var touch = silo.Grains.GetGrain<ISlowlyWakingGrain>("key").Touch();
        var waking = silo.Silo.Catalog.Movable.Single(activation => activation.Class.Type == typeof(SlowlyWakingGrain));

        var left = waking.DeactivateAsync(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "test"));
        await silo.Grains.GetGrain<ILedgerGrain>("key").Write("wake up");

        await left.WaitAsync(Limit);
        await touch.WaitAsync(Limit);
    }

    [Fact]
    public async Task A_reentrant_grain_whose_calls_overlap_without_end_can_leave()
    {
        _stage.Disposal.SetResult();
        var time = new ManualTime();
        await using var silo = await StartAsync(services: services => services.AddSingleton<TimeProvider>(time));
        var grain = Grain(silo);
        var first = grain.Hold(1);
        await _stage.Entered[1].Task;

        var left = silo.Silo.Catalog.Movable.Single().DeactivateAsync(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "test"));
        var second = grain.Hold(2);
        await _stage.Entered[2].Task.WaitAsync(Limit);
        time.Advance(TimeSpan.FromSeconds(2));
        var third = grain.Hold(3);
        _stage.Gates[1].SetResult();
        _stage.Gates[2].SetResult();

        await left.WaitAsync(Limit);
        _stage.Gates[3].SetResult();
        await Task.WhenAll(first, second, third).WaitAsync(Limit);
        Assert.Equal(2, await grain.Life());
    }

    public void Dispose() => _folder.Dispose();

    private static IEndingGrain Grain(TestSilo silo) => silo.Grains.GetGrain<IEndingGrain>("key");

    private Task<TestSilo> StartAsync(TimeSpan? limit = null, Action<IServiceCollection>? services = null) => TestSilo.StartAsync(
        _folder.Path,
        silo => silo.DeactivationTimeout = limit ?? silo.DeactivationTimeout,
        added =>
        {
            added.AddSingleton(_stage);
            services?.Invoke(added);
        });
}
