using Interleave.Client.Measuring.Machine;
using Interleave.Client.Models.Processes;
using Interleave.Silo.Usage;

namespace Interleave.Client.Workers;

/// <summary>Measures a trial of a worker: what its processes count themselves, and what the coordinator sees of them from outside.</summary>
internal sealed class WorkerMeter(CoordinatorLine coordinator, GrainAccess grains, ProcessPools processes) : ITrialMeter
{
    private readonly ProcessTree _tree = new(Environment.ProcessId);
    private ProcessCounters _birth = ProcessCounters.Unknown;
    private ProcessCounters _start = ProcessCounters.Unknown;

    /// <summary>To be called once, when everything is started and nothing is done.</summary>
    public async Task NoteBirthAsync(CancellationToken cancellation) => _birth = OwnCounters.Read() + await grains.CountersAsync(cancellation);

    public async Task StartAsync(CancellationToken cancellation)
    {
        await coordinator.BeWatchedAsync(processes.ProcessesAtRest, cancellation);
        var others = Children() + await grains.CountersAsync(cancellation);
        _start = others + OwnCounters.Read();
    }

    public async Task<ProcessUsage> StopAsync(CancellationToken cancellation)
    {
        var own = OwnCounters.Read();
        var end = own + Children() + await grains.CountersAsync(cancellation);
        var seen = await coordinator.WhatWasSeenAsync(cancellation);
        return new ProcessUsage(end - _start, seen) { HeapAdded = end.HeapBytes - _birth.HeapBytes is { } added ? Math.Max(0, added) : null };
    }

    /// <summary>Those that live, and those that have ended; processes of pools tell more of themselves than can be seen from outside.</summary>
    private ProcessCounters Children() => _tree.Descendants()
        .Where(id => !grains.SiloProcesses.Contains(id))
        .Except([.. processes.ProcessesInUse, .. processes.ProcessesAtRest])
        .Aggregate(OwnCounters.ReadEndedChildren() + processes.Counters(), (sum, id) => sum + new LinuxProcess(id).Counters());
}
