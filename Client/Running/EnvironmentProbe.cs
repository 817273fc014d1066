using System.Reflection;
using System.Runtime;
using System.Runtime.InteropServices;
using Interleave.Client.Measuring;
using Interleave.Client.Records;
using Interleave.Client.Workers;
using Interleave.Silo.GrainRuntimes;

namespace Interleave.Client.Running;

/// <summary>Says where a run takes place.</summary>
internal static class EnvironmentProbe
{
    private const string CpuInfo = "/proc/cpuinfo";

    public static MachineEnvironment Read() => new(
        RuntimeInformation.OSDescription,
        Cpu(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        Environment.Version.ToString(),
        GCSettings.IsServerGC ? "server" : "workstation",
        GrainRuntime.Name,
        typeof(EnvironmentProbe).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
        RecordingCostProbe.Measure(CancellationToken.None))
    {
        Compilation = Compilation.Description,
    };

    private static string Cpu() =>
        (File.Exists(CpuInfo) ? File.ReadLines(CpuInfo) : [])
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        ?? RuntimeInformation.ProcessArchitecture.ToString();
}
