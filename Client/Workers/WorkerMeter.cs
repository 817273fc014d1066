using Interleave.Client.Measuring.Machine;
using Interleave.Client.Models.Processes;
using Interleave.Silo.Usage;

namespace Interleave.Client.Workers;

/// <summary>Measures a trial of a worker: what its processes count themselves, and what the coordinator sees of them from outside.</summary>
internal sealed class WorkerMeter(CoordinatorLine coordinator, GrainAccess grains, ProcessPools processes) : ITrialMeter
{
    private readonly ProcessTree _tree = new(Environment.ProcessId);
    private SiloReport _silosAtBirth = SiloReport.Unknown;
    private SiloReport _silosAtStart = SiloReport.Unknown;
    private ProcessCounters _birth = ProcessCounters.Unknown;
    private ProcessCounters _start = ProcessCounters.Unknown;

    /// <summary>To be called once, when everything is started and nothing is done.</summary>
    public async Task NoteBirthAsync(CancellationToken cancellation)
    {
        _silosAtBirth = await grains.ReadAsync(forgetPeaks: true, cancellation);
        _birth = OwnCounters.Read() + _silosAtBirth.Counters;
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        await coordinator.BeWatchedAsync(processes.ProcessesAtRest, cancellation);
        _silosAtStart = await grains.ReadAsync(forgetPeaks: true, cancellation);
        var others = Children() + _silosAtStart.Counters;
        _start = others + OwnCounters.Read();
    }

    public async Task<ProcessUsage> StopAsync(CancellationToken cancellation)
    {
        var own = OwnCounters.Read();
        var silos = await grains.ReadAsync(forgetPeaks: false, cancellation);
        var end = own + Children() + silos.Counters;
        var seen = await coordinator.WhatWasSeenAsync(cancellation);
        return new ProcessUsage(end - _start, grains.SilosReport ? With(silos, seen) : seen)
        {
            IsOfThisMachine = !grains.SilosReport,
            FullestSilo = await grains.FullestSiloAsync(cancellation),
            HeapAdded = end.HeapBytes - _birth.HeapBytes is { } added ? Math.Max(0, added) : null,
        };
    }

    /// <summary>Adds what silos hold that the coordinator does not see; what they do not tell is then not known of all.</summary>
    private Sighting With(SiloReport silos, Sighting seen)
    {
        var threads = silos.Threads is { } end && _silosAtStart.Threads is { } start ? Math.Max(start, end) : (int?)null;
        return seen with
        {
            PeakMemoryAdded = seen.PeakMemoryAdded + (silos.PeakMemory - _silosAtBirth.Memory is { } memory ? Math.Max(0, memory) : null),
            PeakThreadsAdded = seen.PeakThreadsAdded + (threads - _silosAtBirth.Threads is { } added ? Math.Max(0, added) : null),
            ProportionalMemoryAdded = null,
            BusyThreads = null,
        };
    }

    /// <summary>Those that live, and those that have ended; processes of pools tell more of themselves than can be seen from outside.</summary>
    private ProcessCounters Children() => _tree.Descendants()
        .Where(id => !grains.SiloProcesses.Contains(id))
        .Except([.. processes.ProcessesInUse, .. processes.ProcessesAtRest])
        .Aggregate(OwnCounters.ReadEndedChildren() + processes.Counters(), (sum, id) => sum + new LinuxProcess(id).Counters());
}
