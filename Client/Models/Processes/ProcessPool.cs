using System.Diagnostics;
using Interleave.Silo.Usage;

namespace Interleave.Client.Models.Processes;

/// <summary>Child processes of this program that do the same kind of work, each in an address space of its own, fed over pipes.</summary>
/// <remarks>They end when the pool is disposed of, and also when this process ends in whatever way: it alone holds the other end of their pipes.</remarks>
internal sealed class ProcessPool<TRequest, TReply> : IProcessPool
{
    private readonly IReadOnlyList<UnitProcess> _processes;

    private ProcessPool(IReadOnlyList<UnitProcess> processes, int unitsEach)
    {
        _processes = processes;
        Units = [.. Enumerable.Range(0, unitsEach).SelectMany(number => processes.Select(process => new ProcessUnit<TRequest, TReply>(process, number)))];
    }

    /// <summary>To be asked by a thread each, as <see cref="ProcessUnit{TRequest,TReply}.Ask"/> blocks; neighbours are in different processes.</summary>
    public IReadOnlyList<ProcessUnit<TRequest, TReply>> Units { get; }

    public IReadOnlyList<int> ProcessIds => [.. _processes.Select(process => process.Id)];

    /// <summary>From the first start until all were ready for requests: together, as they become ready beside each other.</summary>
    public TimeSpan StartTime { get; private init; }

    /// <summary>How long each process took until it was ready.</summary>
    public IReadOnlyList<TimeSpan> StartTimes => [.. _processes.Select(process => process.StartTime)];

    public bool Lives => _processes.All(process => process.Lives);

    /// <summary>Starts the processes and blocks until all are ready.</summary>
    /// <param name="unitsEach">How many requests each process works on at once, by a thread each.</param>
    public static ProcessPool<TRequest, TReply> Start<TWork>(int processes, int unitsEach = 1, CancellationToken cancellation = default)
        where TWork : IProcessWork<TRequest, TReply>, new()
    {
        var start = Stopwatch.GetTimestamp();
        var started = new List<UnitProcess>();
        try
        {
            while (started.Count < processes)
            {
                started.Add(UnitProcess.Start(typeof(TWork), unitsEach));
            }

            started.ForEach(process => process.WaitUntilReady(cancellation));
            return new ProcessPool<TRequest, TReply>(started, unitsEach) { StartTime = Stopwatch.GetElapsedTime(start) };
        }
        catch
        {
            started.ForEach(process => process.Kill());
            started.ForEach(process => process.Dispose());
            throw;
        }
    }

    public ProcessCounters Counters() => _processes.Aggregate(ProcessCounters.None, (sum, process) => sum + process.Counters());

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Release(); // All of them first: they end beside each other.
        }

        foreach (var process in _processes)
        {
            process.Dispose();
        }
    }
}
