using System.Diagnostics;
using Interleave.Client.Clusters;
using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

/// <summary>Stored state against the death of silos.</summary>
public sealed class StoredStateTests : IAsyncLifetime
{
    private const int Grains = 24;

    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(20);

    private LocalCluster _cluster = null!; // Set before any test.
    private GrainClientHost _client = null!; // As above.

    public async Task InitializeAsync()
    {
        var options = new LocalClusterOptions { Silos = 2, SiloProgram = SharedClusters.Program, ResponseTimeout = TimeSpan.FromSeconds(2) };
        _cluster = await LocalCluster.StartAsync(options, CancellationToken.None);
        _client = await GrainClientHost.ConnectAsync(_cluster.Address, CancellationToken.None);
    }

    [Fact]
    public async Task What_was_stored_survives_the_death_and_the_restart_of_every_silo()
    {
        await Task.WhenAll(Enumerable.Range(0, Grains).Select(key => Grain(key).Save(key, "stored")));
        await Task.WhenAll(Enumerable.Range(0, Grains).Select(key => Grain(key).Pretend(1_000)));
        var before = await Task.WhenAll(Enumerable.Range(0, Grains).Select(key => Grain(key).WhoAreYou()));

        foreach (var silo in _cluster.Silos)
        {
            await _cluster.KillAsync(silo.Number, CancellationToken.None);
            await _cluster.RestartAsync(silo.Number, CancellationToken.None);
        }

        var totals = await Task.WhenAll(Enumerable.Range(0, Grains).Select(ReadUntilItAnswersAsync));
        var after = await Task.WhenAll(Enumerable.Range(0, Grains).Select(key => Grain(key).WhoAreYou()));
        Assert.Equal(Enumerable.Range(0, Grains), totals);
        Assert.Empty(before.Select(identity => identity.Activation).Intersect(after.Select(identity => identity.Activation)));
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    private ISavingGrain Grain(int key) => _client.Client.GetGrain<ISavingGrain>($"saving-{key}");

    private async Task<int> ReadUntilItAnswersAsync(int key)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return (await Grain(key).Read()).Total;
            }
            catch (Exception) when (Stopwatch.GetElapsedTime(started) < Recovery)
            {
                // The silo's death is not known everywhere yet.
                await Task.Yield();
            }
        }
    }
}
