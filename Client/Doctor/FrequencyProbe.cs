using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Doctor;

/// <summary>Whether the system changes the cores' frequency with their load, and with it the figures.</summary>
internal sealed class FrequencyProbe(MachineFiles files) : IProbe
{
    private const string Subject = "frequency scaling";

    public Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var governors = files.Folders("sys/devices/system/cpu", "cpu*")
            .Select(cpu => files.Read($"{cpu}/cpufreq/scaling_governor"))
            .OfType<string>()
            .Distinct()
            .ToList();
        return Task.FromResult(governors switch
        {
            [] => Diagnosis.Ok(Subject, "not visible here; on a virtual machine the host decides"),
            ["performance"] => Diagnosis.Ok(Subject, "off: governor performance"),
            _ => Diagnosis.Warn(
                Subject,
                $"on: governor {string.Join(", ", governors)}",
                "Short trials run slower than long ones until the clock has risen: cpupower frequency-set -g performance, while measuring."),
        });
    }
}
