using System.Diagnostics;
using Interleave.Client.Clusters;
using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

public sealed class SiloFailureTests : IAsyncLifetime
{
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(2);

    private LocalCluster _cluster = null!;
    private GrainClientHost _client = null!;

    public async Task InitializeAsync()
    {
        _cluster = await LocalCluster.StartAsync(
            new LocalClusterOptions { Silos = 3, SiloProgram = SharedClusters.Program, ResponseTimeout = ResponseTimeout }, CancellationToken.None);
        _client = await GrainClientHost.ConnectAsync(_cluster.Address, CancellationToken.None);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Grains_of_a_killed_silo_are_activated_elsewhere(int killed)
    {
        var before = await Task.WhenAll(Enumerable.Range(0, 60).Select(key => Grain(key).WhoAreYou()));
        var victim = _cluster.Silos[killed - 1].ProcessId!.Value;
        Assert.Contains(before, identity => identity.ProcessId == victim);

        await _cluster.KillAsync(killed, CancellationToken.None);
        var after = await Task.WhenAll(Enumerable.Range(0, 60).Select(CallUntilItAnswers));

        Assert.All(after, identity => Assert.NotEqual(victim, identity.ProcessId));
    }

    [Fact]
    public async Task Calls_in_flight_to_a_killed_silo_fail_rather_than_hang()
    {
        var grains = Enumerable.Range(0, 30).Select(key => _client.Client.GetGrain<IHoldGrain>(key.ToString())).ToArray();
        var calls = grains.Select(grain => grain.Hold()).ToArray();
        await Task.WhenAll(grains.Select(grain => grain.Held()));

        await _cluster.KillAsync(2, CancellationToken.None);
        // Those elsewhere go on and end well; none is left waiting.
        await Task.WhenAll(grains.Select(LetGo));
        using var hang = new CancellationTokenSource(Recovery);
        var outcomes = await Task.WhenAll(calls.Select(call => Outcome(call.WaitAsync(hang.Token))));

        // An Orleans client learns of it by the response timeout, the embedded one by the lost connection.
        Assert.Contains(outcomes, outcome => outcome is SiloUnavailableException or OrleansMessageRejectionException or TimeoutException);
        Assert.Contains(outcomes, outcome => outcome is null);
        Assert.DoesNotContain(outcomes, outcome => outcome is OperationCanceledException);
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    private static async Task LetGo(IHoldGrain grain)
    {
        _ = await Outcome(grain.LetGo());
    }

    private static async Task<Exception?> Outcome(Task call)
    {
        try
        {
            await call;
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private IIdentityGrain Grain(int key) => _client.Client.GetGrain<IIdentityGrain>($"grain-{key}");

    private async Task<Identity> CallUntilItAnswers(int key)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await Grain(key).WhoAreYou();
            }
            catch (Exception) when (Stopwatch.GetElapsedTime(started) < Recovery)
            {
                // The silo's death is not known everywhere yet.
                await Task.Yield();
            }
        }
    }
}
