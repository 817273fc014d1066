using System.Diagnostics;
using System.Globalization;
using Interleave.Grains.Meters;

namespace Interleave.Silo.Usage;

/// <summary>The meters of this process, for those who ask its grains.</summary>
internal sealed class OwnMeters : ISiloMeters
{
    private const string Status = "/proc/self/status";

    /// <summary>See proc(5): from then on the peak of resident memory counts from what is resident now.</summary>
    private const string ForgetPeak = "5";

    public string Read(bool forgetPeaks)
    {
        var report = OperatingSystem.IsLinux() ? ReadOnLinux() : ReadElsewhere();
        if (forgetPeaks && OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", ForgetPeak);
        }

        return report.ToLine();
    }

    private static SiloReport ReadOnLinux()
    {
        var lines = File.ReadAllLines(Status);
        return new SiloReport(OwnCounters.Read(), Number(lines, "VmRSS:") * 1024, Number(lines, "VmHWM:") * 1024, (int?)Number(lines, "Threads:"));
    }

    private static SiloReport ReadElsewhere()
    {
        using var self = Process.GetCurrentProcess();
        return new SiloReport(OwnCounters.Read(), self.WorkingSet64, self.WorkingSet64, self.Threads.Count);
    }

    private static long? Number(string[] lines, string name) =>
        Array.Find(lines, line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
        && long.TryParse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
