namespace Interleave.Client.Measuring.Statistics;

/// <summary>What a trial of the warm-up shows; null is what is not known, and then nothing waits for it.</summary>
/// <param name="Time">Seconds; null where others ran at the same time.</param>
/// <param name="CpuTime">Seconds of all processes that took part.</param>
/// <param name="Compiling">The seconds of these that the just-in-time compiler took.</param>
internal readonly record struct WarmUpSample(double? Time, double? CpuTime, double? Compiling)
{
    /// <summary>Seconds of the work itself.</summary>
    public double? Working => CpuTime - (Compiling ?? 0);

    public double? CompilingShare => CpuTime > 0 ? Compiling / CpuTime : null;
}
