using System.Globalization;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Doctor;

/// <summary>Whether a container takes the cores away for a part of every period.</summary>
internal sealed class CpuLimitProbe(ControlGroup group, int cores) : IProbe
{
    private const string Subject = "container: processor";

    public Task<Diagnosis> ExamineAsync(CancellationToken cancellation) => Task.FromResult(group.Cores switch
    {
        null => Diagnosis.Ok(Subject, "no limit"),
        { } limit when limit >= cores => Diagnosis.Ok(Subject, $"limit of {Format(limit)} cores, {cores} in use"),
        { } limit => Diagnosis.Bad(
            Subject,
            $"limit of {Format(limit)} cores while {cores} are in use",
            "The kernel stops every thread when the quota of a period is used up, which shows as long latencies: pin whole cores instead (docker " +
                "--cpuset-cpus)."),
    });

    private static string Format(double cores) => cores.ToString("0.##", CultureInfo.InvariantCulture);
}
