using System.Diagnostics;
using Interleave.Client.Clusters;
using Runtime.Tests.Faults.GrainRuntimes;
using Runtime.Tests.Grains;
using Xunit.Abstractions;

namespace Runtime.Tests.Faults;

public sealed class RecoveryTests(ITestOutputHelper output)
{
    private const int Keys = 200;
    private const int Victim = 0;

    /// <summary>Less than this would be a matter of how busy the machine is.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(FaultKind.Kill)]
    [InlineData(FaultKind.Freeze)]
    public async Task Grains_of_a_silo_that_is_gone_answer_elsewhere_and_a_frozen_silo_is_ended(FaultKind kind)
    {
        using var cluster = new FaultyCluster(silos: 3, CallEndings.Patience);
        await using var client = await GrainClientHost.ConnectAsync(await cluster.StartAsync(), CancellationToken.None);
        var grains = Enumerable.Range(0, Keys).Select(key => client.Client.GetGrain<IIdentityGrain>(key.ToString())).ToArray();
        var before = await Task.WhenAll(grains.Select(grain => grain.WhoAreYou()));
        var victim = cluster.Living.First().ProcessId;
        Assert.Contains(before, identity => identity.ProcessId == victim);

        var start = Stopwatch.GetTimestamp();
        cluster.Apply(new FaultEvent(TimeSpan.Zero, kind, Victim));
        var after = await Task.WhenAll(grains.Select(CallUntilItAnswers)).WaitAsync(Limit);

        output.WriteLine($"{kind}: all grains answered after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s");
        Assert.All(after, identity => Assert.NotEqual(victim, identity.ProcessId));
        Assert.DoesNotContain(cluster.Living, silo => silo.ProcessId == victim);
    }

    [Fact]
    public async Task A_silo_joins_though_the_only_other_one_is_frozen()
    {
        using var cluster = new FaultyCluster(silos: 2, CallEndings.Patience);
        await cluster.StartAsync();

        cluster.Apply(new FaultEvent(TimeSpan.Zero, FaultKind.Freeze, Place: 0));
        cluster.Apply(new FaultEvent(TimeSpan.Zero, FaultKind.Restart, Place: 1));

        Assert.NotNull(await cluster.Living.Single(silo => !silo.IsFrozen).Joined);
    }

    private static async Task<Identity> CallUntilItAnswers(IIdentityGrain grain)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            try
            {
                return await grain.WhoAreYou();
            }
            catch (Exception fault) when (fault is OrleansException or TimeoutException)
            {
                await pause.WaitForNextTickAsync();
            }
        }
    }
}
