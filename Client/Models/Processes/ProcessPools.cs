using Interleave.Silo.Usage;

namespace Interleave.Client.Models.Processes;

/// <summary>The pools that the trials of one program use, started when they are first asked for and kept until this is disposed of.</summary>
internal sealed class ProcessPools : IAsyncDisposable
{
    private readonly Dictionary<(Type Work, int Processes, int UnitsEach), IProcessPool> _pools = [];
    private readonly HashSet<IProcessPool> _inUse = [];
    private readonly Dictionary<Type, IAsyncDisposable> _kept = [];

    /// <summary>Those that carry units of the trial under way; what the others hold was started for other trials.</summary>
    public IReadOnlyList<int> ProcessesInUse => Processes(_inUse.Contains);

    /// <summary>Those that have nothing to do in the trial under way.</summary>
    public IReadOnlyList<int> ProcessesAtRest => Processes(pool => !_inUse.Contains(pool));

    /// <summary>What the processes in use have used; not to be asked while they work.</summary>
    public ProcessCounters Counters()
    {
        lock (_pools)
        {
            return _inUse.Aggregate(ProcessCounters.None, (sum, pool) => sum + pool.Counters());
        }
    }

    /// <summary>A trial begins: no pool is in use before it has asked for one.</summary>
    public void BeginTrial()
    {
        lock (_pools)
        {
            _inUse.Clear();
        }
    }

    /// <summary>A pool that does this work in so many processes; one in which a process has died is replaced.</summary>
    public ProcessPool<TRequest, TReply> Get<TWork, TRequest, TReply>(int processes, int unitsEach, CancellationToken cancellation)
        where TWork : IProcessWork<TRequest, TReply>, new()
    {
        lock (_pools)
        {
            var shape = (typeof(TWork), processes, unitsEach);
            if (_pools.TryGetValue(shape, out var pool) && !pool.Lives)
            {
                pool.Dispose();
                _inUse.Remove(pool);
                _pools.Remove(shape);
                pool = null;
            }

            _pools[shape] = pool ??= ProcessPool<TRequest, TReply>.Start<TWork>(processes, unitsEach, cancellation);
            _inUse.Add(pool);
            return (ProcessPool<TRequest, TReply>)pool;
        }
    }

    /// <summary>Something else that trials start once and use again, such as a cluster of their own; one trial at a time asks.</summary>
    public async Task<T> KeepAsync<T>(Func<CancellationToken, Task<T>> start, CancellationToken cancellation)
        where T : class, IAsyncDisposable
    {
        if (!_kept.TryGetValue(typeof(T), out var kept))
        {
            _kept[typeof(T)] = kept = await start(cancellation);
        }

        return (T)kept;
    }

    public async ValueTask DisposeAsync()
    {
        lock (_pools)
        {
            foreach (var pool in _pools.Values)
            {
                pool.Dispose();
            }

            _pools.Clear();
            _inUse.Clear();
        }

        foreach (var kept in _kept.Values)
        {
            await kept.DisposeAsync();
        }

        _kept.Clear();
    }

    private IReadOnlyList<int> Processes(Func<IProcessPool, bool> which)
    {
        lock (_pools)
        {
            return [.. _pools.Values.Where(which).SelectMany(pool => pool.ProcessIds)];
        }
    }
}
