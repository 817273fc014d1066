using System.Diagnostics;
using Interleave.Client.Clusters;
using Xunit.Abstractions;

namespace Runtime.Tests.Faults;

/// <summary>Silos come, go, die, freeze and run again while grains are called.</summary>
/// <remarks>
/// <c>INTERLEAVE_FAULT_SEEDS=1,2,3</c> runs the long test with these seeds; <c>INTERLEAVE_FAULT_SEED=7</c> repeats the short one's events.
/// </remarks>
public sealed class FaultTests(ITestOutputHelper output)
{
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    public static TheoryData<int> LongSeeds => [.. Seeds(LongFaultTheoryAttribute.Seeds)];

    [Fact]
    public Task No_grain_lives_twice_and_every_call_ends_while_silos_come_and_go() =>
        RunAsync(
            Seeds("INTERLEAVE_FAULT_SEED").FirstOrDefault(Environment.TickCount), silos: 4, keys: 100, callsASecond: 200, events: 12, TimeSpan.FromSeconds(1));

    [LongFaultTheory]
    [MemberData(nameof(LongSeeds))]
    public Task No_grain_lives_twice_and_every_call_ends_however_long_silos_come_and_go(int seed) =>
        RunAsync(seed, silos: 5, keys: 1_000, callsASecond: 500, events: 200, TimeSpan.FromSeconds(1.2));

    private static IEnumerable<int> Seeds(string variable) =>
        (Environment.GetEnvironmentVariable(variable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);

    private async Task RunAsync(int seed, int silos, int keys, int callsASecond, int events, TimeSpan longestPause)
    {
        output.WriteLine($"seed {seed}");
        var folder = Directory.CreateTempSubdirectory("interleave-faults-").FullName;
        using var cluster = new FaultyCluster(silos, ResponseTimeout);
        var address = await cluster.StartAsync();
        await using var client = await GrainClientHost.ConnectAsync(address, CancellationToken.None);
        var grains = Enumerable.Range(0, keys).Select(key => client.Client.GetGrain<ILockedGrain>(Path.Combine(folder, $"{key}"))).ToArray();
        var outcomes = new Outcomes();

        using var enough = new CancellationTokenSource();
        var calling = CallAsync(grains, callsASecond, outcomes, new Random(seed), enough.Token);
        foreach (var happens in FaultPlan.Draw(seed, silos, events, longestPause))
        {
            await cluster.HalfReadyAsync();
            await Task.Delay(happens.After);
            output.WriteLine($"{happens.Kind} {happens.Place}");
            cluster.Apply(happens);
        }

        await enough.CancelAsync();
        var calls = await calling;
        await cluster.HealAsync();
        var healed = Stopwatch.GetTimestamp();
        await Task.WhenAll(grains.Select(grain => AnswerAsync(grain, healed)));

        output.WriteLine($"{outcomes}; all {keys} grains answered {Stopwatch.GetElapsedTime(healed).TotalSeconds:0.0} s after the last event");
        var overlaps = Overlaps(folder);
        output.WriteLine($"{overlaps.Length} activations beside another: {string.Join(", ", overlaps)}");
        Assert.Empty(overlaps);
        Assert.Null(outcomes.Other);
        Assert.Equal(calls, outcomes.All);
        Assert.True(outcomes.Answered > calls / 4, $"{outcomes}");
        Directory.Delete(folder, recursive: true);
    }

    private static string[] Overlaps(string folder)
    {
        var file = Path.Combine(folder, "overlaps");
        return File.Exists(file) ? File.ReadAllLines(file) : [];
    }

    /// <summary>Calls at a rate until it is told to stop, and waits until all have ended; tells how many there were.</summary>
    private static async Task<int> CallAsync(ILockedGrain[] grains, int callsASecond, Outcomes outcomes, Random random, CancellationToken enough)
    {
        var calls = new List<Task>();
        using var beat = new PeriodicTimer(Beat);
        var start = Stopwatch.GetTimestamp();
        while (!enough.IsCancellationRequested)
        {
            await beat.WaitForNextTickAsync(CancellationToken.None);
            for (var due = Stopwatch.GetElapsedTime(start).TotalSeconds * callsASecond; calls.Count < due;)
            {
                calls.Add(CallAsync(grains[random.Next(grains.Length)], outcomes));
            }
        }

        await Task.WhenAll(calls).WaitAsync(ResponseTimeout + Recovery, CancellationToken.None);
        return calls.Count;
    }

    private static async Task CallAsync(ILockedGrain grain, Outcomes outcomes)
    {
        try
        {
            await grain.Visit();
            outcomes.Add(null);
        }
        catch (Exception fault)
        {
            outcomes.Add(fault);
        }
    }

    private static async Task AnswerAsync(ILockedGrain grain, long since)
    {
        using var pause = new PeriodicTimer(Beat);
        while (true)
        {
            try
            {
                await grain.Visit();
                return;
            }
            catch (Exception fault) when (fault is OrleansException or TimeoutException && Stopwatch.GetElapsedTime(since) < Recovery)
            {
                await pause.WaitForNextTickAsync();
            }
        }
    }
}
