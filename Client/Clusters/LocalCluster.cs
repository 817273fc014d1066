using System.Diagnostics;
using System.Net;
using Interleave.Silo;
using Interleave.Silo.Usage;

namespace Interleave.Client.Clusters;

/// <summary>Silo processes on this machine, started for one purpose and ended with it.</summary>
internal sealed class LocalCluster : ICluster
{
    private readonly IReadOnlyList<ChildSilo> _children;

    private LocalCluster(IReadOnlyList<ChildSilo> children, LocalClusterOptions options, TimeSpan startTime)
    {
        _children = children;
        StartTime = startTime;
        Silos = [.. children.Select((child, index) => Describe(child, index + 1))];
        Address = new ClusterAddress(options.ClusterId, [.. Silos.Select(silo => silo.Gateway)]) { ResponseTimeout = options.ResponseTimeout };
    }

    public ClusterAddress Address { get; }

    public IReadOnlyList<ClusterSilo> Silos { get; }

    /// <summary>From the first process's start until all had joined.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>Starts the first silo, then the others together, and returns when all have joined.</summary>
    public static async Task<LocalCluster> StartAsync(LocalClusterOptions options, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var first = await ChildSilo.StartAsync(options, primaryPort: null, cancellationToken);
        var others = Enumerable.Range(0, options.Silos - 1).Select(_ => ChildSilo.StartAsync(options, first.Ready.SiloPort, cancellationToken)).ToArray();
        try
        {
            return new LocalCluster([first, .. await Task.WhenAll(others)], options, Stopwatch.GetElapsedTime(started));
        }
        catch
        {
            await KillAllAsync([first, .. await Joined(others)]);
            throw;
        }
    }

    /// <summary>What all silos together have used.</summary>
    public async Task<ProcessCounters> CountersAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll(_children.Select(child => child.CountersAsync(cancellationToken)))).Aggregate(ProcessCounters.None, (sum, counters) => sum + counters);

    /// <summary>Ends a silo at once, as a crash would, and returns when its process is gone.</summary>
    public async Task KillAsync(int number, CancellationToken cancellationToken)
    {
        _children[number - 1].Kill();
        await _children[number - 1].WaitForExitAsync(cancellationToken);
    }

    /// <summary>Ends every silo at once, whether or not it was started to outlive this process.</summary>
    public Task KillAllAsync() => KillAllAsync(_children);

    /// <summary>Lets go of silos that were started to outlive this process.</summary>
    public void Release()
    {
        foreach (var child in _children)
        {
            child.Release();
        }
    }

    /// <summary>Ends the silos one by one, for silos that leave together wait for each other's help in vain.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(StopDeadline.Hard);
        foreach (var child in _children.Reverse())
        {
            await child.EndAsync(patience.Token);
        }
    }

    private static async Task KillAllAsync(IReadOnlyList<ChildSilo> children)
    {
        foreach (var child in children)
        {
            child.Kill();
            await child.DisposeAsync();
        }
    }

    private static ClusterSilo Describe(ChildSilo child, int number)
    {
        var address = IPAddress.Parse(child.Ready.Address);
        return new ClusterSilo(number, child.ProcessId, new IPEndPoint(address, child.Ready.SiloPort), new IPEndPoint(address, child.Ready.GatewayPort));
    }

    private static async Task<IEnumerable<ChildSilo>> Joined(IReadOnlyList<Task<ChildSilo>> starts)
    {
        var joined = new List<ChildSilo>();
        await foreach (var start in Task.WhenEach(starts))
        {
            if (start.IsCompletedSuccessfully)
            {
                joined.Add(await start);
            }
        }

        return joined;
    }
}
