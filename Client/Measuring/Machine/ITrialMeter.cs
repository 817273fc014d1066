namespace Interleave.Client.Measuring.Machine;

/// <summary>Measures what a trial uses of the machine, from just before its timed part to just after it.</summary>
internal interface ITrialMeter
{
    Task StartAsync(CancellationToken cancellation);

    Task<ProcessUsage> StopAsync(CancellationToken cancellation);
}
