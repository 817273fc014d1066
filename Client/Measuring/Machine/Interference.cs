namespace Interleave.Client.Measuring.Machine;

/// <summary>What took processor time away from a run during one trial, as shares of all cores over that time.</summary>
/// <param name="Stolen">By other virtual machines on the same host.</param>
/// <param name="Others">By processes of this machine that are no part of the run, at least: what the system's clock tick of 10 ms leaves open is left
/// out.</param>
internal readonly record struct Interference(double Stolen, double Others)
{
    /// <summary>So much changes a time that is bound by the processor by more than the smallest difference that is called one.</summary>
    private const double Disturbing = 0.05;

    public double Share => Stolen + Others;

    public bool Disturbs => Share > Disturbing;

    /// <param name="start">When the trial began.</param>
    /// <param name="end">When it ended.</param>
    /// <param name="elapsed">The time between them.</param>
    /// <param name="ours">What all processes of the run used in it.</param>
    public static Interference Between(MachineTime start, MachineTime end, TimeSpan elapsed, TimeSpan ours)
    {
        var all = end.Cores * elapsed;
        var stolen = end.Stolen - start.Stolen;
        var others = all - (end.Idle - start.Idle) - stolen - ours - (end.Cores * MachineTime.Tick);
        return all <= TimeSpan.Zero ? default : new Interference(Math.Clamp(stolen / all, 0, 1), Math.Clamp(others / all, 0, 1));
    }
}
