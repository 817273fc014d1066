using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Embedded.Clusters;

namespace Runtime.Tests.Embedded.Waking;

public sealed class WakingTests : IDisposable
{
    /// <summary>Shorter than the time that a grain has to wake up: what ends within it was not ended by that.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly TestFolder _folder = new();
    private readonly WakingGrain.Lives _lives = new();

    [Fact]
    public async Task A_grain_that_wakes_up_when_its_silo_stops_is_asked_to_end_and_its_calls_go_on_to_the_next_owner()
    {
        await using var staying = await StartAsync();
        await using var leaving = await StartAsync();
        var view = leaving.Silo.Directory.View;
        var grainClass = leaving.Silo.Classes.For(typeof(IWakingGrain));
        var key = Enumerable.Range(0, 1_000).Select(key => $"{key}")
            .First(key => view.OwnerOf(new GrainId(grainClass.Name, key)) == leaving.Silo.Address);
        var life = leaving.Grains.GetGrain<IWakingGrain>(key).Life();
        await _lives.Waking.Task.WaitAsync(Limit);

        var stopping = leaving.StopAsync();

        Assert.Equal(2, await life.WaitAsync(Limit));
        Assert.NotNull(staying.Silo.Catalog.Find(new GrainId(grainClass.Name, key)));
        await stopping.WaitAsync(Limit);
    }

    public void Dispose() => _folder.Dispose();

    private Task<TestSilo> StartAsync() => TestSilo.StartAsync(
        _folder.Path, silo => silo.ActivationTimeout = TimeSpan.FromMinutes(5), services => services.AddSingleton(_lives));
}
