using System.Diagnostics;
using Interleave.Client.Clusters;
using Interleave.Grains.Calls;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Doctor.Calls;

/// <summary>Calls and activations at full speed: callers that make the next call as soon as they have the answer, each to a grain of its own.</summary>
/// <remarks>Counted in whole batches, for reading a clock at each call would cost as much as a part of the call.</remarks>
internal sealed class CallTrials
{
    public const int Callers = 200;
    public const int Trials = 5;
    public const int Silos = 2;

    private const int CallsInBatch = 50;

    /// <summary>How long one trial of calls takes, and how long calls are made before the first one.</summary>
    public TimeSpan TrialTime { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan WarmUpTime { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How many grains a trial of activations activates.</summary>
    public int Activations { get; init; } = 50_000;

    public async Task<CallFigures> CallInProcessAsync(CancellationToken cancellation)
    {
        await using var cluster = await InProcessCluster.StartAsync(new LocalClusterOptions().ResponseTimeout, cancellation);
        return await CallAsync(cluster.Grains, cluster.Silos, cancellation);
    }

    /// <summary>Bytes are those that the client allocates.</summary>
    public async Task<CallFigures> CallOverSilosAsync(CancellationToken cancellation)
    {
        await using var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { Silos = Silos }, cancellation);
        await using var client = await GrainClientHost.ConnectAsync(cluster.Address, cancellation);
        return await CallAsync(client.Client, cluster.Silos, cancellation);
    }

    /// <summary>Bytes are those that an activation keeps, its grain, its place in the catalog and the caller's reference to it included.</summary>
    public async Task<CallFigures> ActivateAsync(CancellationToken cancellation)
    {
        await using var cluster = await InProcessCluster.StartAsync(new LocalClusterOptions().ResponseTimeout, cancellation);
        var trials = new List<CallFigures>();
        for (var trial = -1; trial < Trials; trial++)
        {
            var first = (trial + 1) * Activations;
            var references = new IEchoGrain[Activations];
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var effort = new Effort(cluster.Silos);
            await Task.WhenAll(
                Enumerable.Range(0, Callers).Select(caller =>
                    Task.Run(() => ActivateAsync(cluster.Grains, references, first, caller, cancellation), cancellation)));
            var figures = effort.Of(Activations);
            trials.Add(figures with { Bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / Activations });
            GC.KeepAlive(references);
        }

        // The first one was the warm-up.
        return Median(trials.Skip(1));
    }

    private async Task<CallFigures> CallAsync(IGrainFactory grains, IReadOnlyList<ClusterSilo> silos, CancellationToken cancellation)
    {
        var targets = Enumerable.Range(0, Callers).Select(caller => grains.GetGrain<IEchoGrain>(caller)).ToArray();
        await CallAsync(targets, silos, WarmUpTime, cancellation);
        var trials = new List<CallFigures>();
        for (var trial = 0; trial < Trials; trial++)
        {
            trials.Add(await CallAsync(targets, silos, TrialTime, cancellation));
        }

        return Median(trials);
    }

    private static async Task<CallFigures> CallAsync(IEchoGrain[] targets, IReadOnlyList<ClusterSilo> silos, TimeSpan time, CancellationToken cancellation)
    {
        var effort = new Effort(silos);
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(targets.Select(target => Task.Run(() => CallUntilAsync(target, start, time, cancellation), cancellation)));
        return effort.Of(counts.Sum());
    }

    private static async Task ActivateAsync(IGrainFactory grains, IEchoGrain[] references, int first, int caller, CancellationToken cancellation)
    {
        for (var i = caller; i < references.Length; i += Callers)
        {
            cancellation.ThrowIfCancellationRequested();
            references[i] = grains.GetGrain<IEchoGrain>(first + i);
            Check(await references[i].Echo(i), i);
        }
    }

    private static async Task<long> CallUntilAsync(IEchoGrain target, long start, TimeSpan time, CancellationToken cancellation)
    {
        var count = 0L;
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < CallsInBatch; i++)
            {
                Check(await target.Echo(count), count++);
            }
        }

        return count;
    }

    private static void Check(long answer, long right)
    {
        if (answer != right)
        {
            throw new InvalidOperationException($"A grain answered {answer} where {right} was right.");
        }
    }

    private static CallFigures Median(IEnumerable<CallFigures> trials)
    {
        var all = trials.ToArray();
        return new CallFigures(
            all.Select(trial => trial.PerSecond).Median(),
            all.Select(trial => trial.ProcessorNanoseconds).Median(),
            all.Select(trial => trial.Bytes).Median());
    }
}
