using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Embedded.Clusters;

namespace Runtime.Tests.Embedded.Timers;

public sealed class TimedGrainTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TestFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly TimedGrain.Stage _stage = new();
    private TestSilo _silo = null!; // Set before any test runs.

    private ITimedGrain Grain => _silo.Grains.GetGrain<ITimedGrain>("key");

    public async Task InitializeAsync() => _silo = await TestSilo.StartAsync(
        _folder.Path,
        silo => silo.ResponseTimeout = TimeSpan.FromDays(1),
        services => services.AddSingleton<TimeProvider>(_time).AddSingleton(_stage));

    /// <remarks>As on Orleans, where a timer does not ask to keep its grain alive.</remarks>
    [Fact]
    public async Task A_grain_that_nothing_but_its_timer_uses_is_idle()
    {
        const int IdleMinutes = 15;
        await Grain.Start(Minute, Minute);
        for (var minute = 1; minute <= IdleMinutes; minute++)
        {
            _time.Advance(Minute);
            Assert.Equal(minute, await _stage.Ticked.Reader.ReadAsync().AsTask().WaitAsync(Limit));
        }

        for (var more = 0; more < IdleMinutes / 2 && !_stage.Left.Task.IsCompleted; more++)
        {
            _time.Advance(Minute);
            await Task.WhenAny(_stage.Left.Task, _stage.Ticked.Reader.ReadAsync().AsTask()).WaitAsync(Limit);
        }

        Assert.True(_stage.Left.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_timer_that_becomes_due_again_before_its_turn_has_come_ticks_once()
    {
        await Grain.Start(Second, Timeout.InfiniteTimeSpan);
        var hold = Grain.Hold();
        await _stage.Held.Task.WaitAsync(Limit);

        _time.Advance(Second);
        await Grain.Change(Second);
        _time.Advance(Second);
        _stage.LetGo.SetResult();
        await hold;

        Assert.Equal(1, await Grain.Ticks());
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
