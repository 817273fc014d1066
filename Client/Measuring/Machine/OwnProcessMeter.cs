using Interleave.Silo.Usage;

namespace Interleave.Client.Measuring.Machine;

/// <summary>Measures what this process counts of itself; peaks of memory and threads need somebody who looks from outside.</summary>
internal sealed class OwnProcessMeter : ITrialMeter
{
    private ProcessCounters _start = ProcessCounters.Unknown;

    public Task StartAsync(CancellationToken cancellation)
    {
        _start = OwnCounters.Read();
        return Task.CompletedTask;
    }

    public Task<ProcessUsage> StopAsync(CancellationToken cancellation) => Task.FromResult(new ProcessUsage(OwnCounters.Read() - _start, Sighting.None));
}
