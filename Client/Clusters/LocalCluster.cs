using System.Diagnostics;
using Interleave.Client.GrainRuntimes;
using Interleave.Silo;
using Interleave.Silo.Database;

namespace Interleave.Client.Clusters;

/// <summary>Silo processes on this machine, started for one purpose and ended with it; each may be killed, frozen, stopped and restarted meanwhile.</summary>
internal sealed class LocalCluster : ICluster
{
    /// <summary>More at once would only wait for the cores, and for each other.</summary>
    private static readonly int BatchSize = Math.Max(2, Environment.ProcessorCount);

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, ChildSilo> _silos = [];
    private readonly LocalClusterOptions _options;
    private readonly ClusterSeat _seat;
    private int _lastNumber;

    private LocalCluster(LocalClusterOptions options)
    {
        _options = options;
        _seat = ClusterFolder.Of(options.ClusterId).TakeSeat(SeatKind.Starter);
    }

    public ClusterAddress Address =>
        new(_options.ClusterId, [.. Silos.Select(silo => silo.Gateway)]) { Database = _options.Database, ResponseTimeout = _options.ResponseTimeout };

    /// <summary>The way to the database, where it may be cut.</summary>
    public DatabaseLink? DatabaseLink => _options.DatabaseLink;

    /// <summary>Every silo, those that were killed or stopped included.</summary>
    public IReadOnlyList<ClusterSilo> Silos => [.. Children().Select(entry => entry.Silo.AsNumber(entry.Number))];

    /// <summary>The silos whose processes live, be they frozen.</summary>
    public IReadOnlyList<ClusterSilo> Living => [.. Children().Where(entry => entry.Silo.Lives).Select(entry => entry.Silo.AsNumber(entry.Number))];

    /// <summary>The silos as they are noted down for commands that come later.</summary>
    public IReadOnlyList<RegisteredSilo> Registered => [.. Children().Select(entry => RegisteredSilo.From(entry.Number, entry.Silo.Ready))];

    public IReadOnlyList<string> Losses =>
        [.. Children().Where(entry => entry.Silo.Loss is not null).Select(entry => $"Silo {entry.Number} {entry.Silo.Loss}")];

    /// <summary>From the first process's start until all had joined.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>Starts the silos in batches, and returns when all have joined.</summary>
    public static async Task<LocalCluster> StartAsync(LocalClusterOptions options, CancellationToken cancellationToken)
    {
        LocalCluster cluster;
        try
        {
            cluster = new LocalCluster(options);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ClusterException(exception.Message, exception);
        }

        try
        {
            var started = Stopwatch.GetTimestamp();
            await cluster.StartAllAsync(cancellationToken);
            cluster.StartTime = Stopwatch.GetElapsedTime(started);
            return cluster;
        }
        catch
        {
            await cluster.KillAllAsync();
            throw;
        }
    }

    /// <summary>Asks every silo, one of <see cref="OwnerQuestion"/>; null stands for a silo that does not answer, or has ended.</summary>
    public Task<string?[]> AskAsync(string question, CancellationToken cancellationToken) =>
        Task.WhenAll(Children().Select(entry => entry.Silo.AskAsync(question, cancellationToken)));

    /// <summary>Starts one more silo.</summary>
    public Task<ClusterSilo> AddAsync(CancellationToken cancellationToken) =>
        StartAsync(Interlocked.Increment(ref _lastNumber), SiloPlace.Any, cancellationToken);

    /// <summary>Starts a silo again under its number, and at its ports where they are free; where it lives, it is stopped first.</summary>
    public async Task<ClusterSilo> RestartAsync(int number, CancellationToken cancellationToken)
    {
        var before = Child(number);
        await before.DisposeAsync();
        return await StartAsync(number, SiloPlace.PreferablyOf(before.AsNumber(number)), cancellationToken);
    }

    /// <summary>Has a silo deactivate its grains and leave, and returns when its process is gone.</summary>
    public Task StopAsync(int number, CancellationToken cancellationToken) => Child(number).StopAsync().WaitAsync(cancellationToken);

    /// <summary>Ends a silo at once, as a crash would, and returns when its process is gone.</summary>
    public Task KillAsync(int number, CancellationToken cancellationToken) => Child(number).KillAsync().WaitAsync(cancellationToken);

    /// <summary>Stops every thread of a silo, until it is thawed or the other silos end it.</summary>
    public void Freeze(int number) => Child(number).Freeze();

    public void Thaw(int number) => Child(number).Thaw();

    /// <summary>Ends every silo at once, whether or not it was started to outlive this process.</summary>
    public async Task KillAllAsync()
    {
        await Task.WhenAll(Children().Select(entry => entry.Silo.KillAsync()));
        await DisposeAsync();
    }

    /// <summary>Lets silos that were started to outlive this process do so.</summary>
    public async Task ReleaseAsync()
    {
        foreach (var (_, silo) in Children())
        {
            await silo.ReleaseAsync();
        }

        _seat.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Children().Select(entry => entry.Silo.DisposeAsync().AsTask()));
        _seat.Dispose();
        ForgetMembers();
    }

    /// <summary>Leaves nothing in a database that others use, too.</summary>
    private void ForgetMembers()
    {
        try
        {
            if (_options.Database is { } database)
            {
                new MembershipTable(database).Forget(_options.ClusterId);
            }
        }
        catch (DatabaseException)
        {
            // It is away. A few rows stay, of a cluster whose name nobody uses again.
        }
    }

    private async Task StartAllAsync(CancellationToken cancellationToken)
    {
        _lastNumber = _options.Silos;
        using var failure = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        foreach (var batch in Enumerable.Range(1, _options.Silos).Chunk(BatchSize))
        {
            var starts = batch.Select(number => StartAsync(number, SiloPlace.Any, failure.Token)).ToList();
            await foreach (var start in Task.WhenEach(starts))
            {
                if (!start.IsCompletedSuccessfully)
                {
                    await failure.CancelAsync();
                    await ((Task)Task.WhenAll(starts)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    await start;
                }
            }
        }
    }

    private async Task<ClusterSilo> StartAsync(int number, SiloPlace place, CancellationToken cancellationToken)
    {
        var silo = await ChildSilo.StartAsync(_options, place, cancellationToken);
        lock (_gate)
        {
            _silos[number] = silo;
        }

        return silo.AsNumber(number);
    }

    private ChildSilo Child(int number)
    {
        lock (_gate)
        {
            return _silos.TryGetValue(number, out var silo)
                ? silo
                : throw new ArgumentOutOfRangeException(nameof(number), number, $"This cluster has the silos {string.Join(", ", _silos.Keys)}.");
        }
    }

    private List<(int Number, ChildSilo Silo)> Children()
    {
        lock (_gate)
        {
            return [.. _silos.Select(entry => (entry.Key, entry.Value))];
        }
    }
}
