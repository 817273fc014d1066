using System.Diagnostics;
using System.Globalization;
using Interleave.Client.Clusters;
using Interleave.Silo;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>The silos of a cluster, as <c>cluster up</c> and <c>cluster status</c> show them.</summary>
internal static class ClusterTable
{
    private const double BytesPerMebibyte = 1024 * 1024;
    private const string Unknown = "–";

    /// <param name="cluster">Whose silos to show.</param>
    /// <param name="activations">How many grains are active, by silo port, where it is known.</param>
    public static Table Create(RegisteredCluster cluster, IReadOnlyDictionary<int, int> activations)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("silo", "state", "address", "gateway", "process id", "activations", "memory", "CPU");
        foreach (var silo in cluster.Silos)
        {
            using var process = cluster.ProcessOf(silo);
            table.AddRow(
            [
                silo.Number.ToString(CultureInfo.InvariantCulture),
                process is null ? "ended" : ProcessStates.IsFrozen(process.Id) ? "frozen" : "runs",
                $"{silo.Address}:{silo.SiloPort}",
                $"{silo.Address}:{silo.GatewayPort}",
                silo.ProcessId.ToString(CultureInfo.InvariantCulture),
                process is not null && activations.TryGetValue(silo.SiloPort, out var count) ? count.ToString(CultureInfo.InvariantCulture) : Unknown,
                process is null ? Unknown : Memory(process),
                process is null ? Unknown : Cpu(process),
            ]);
        }

        return table;
    }

    private static string Memory(Process process) => string.Create(CultureInfo.InvariantCulture, $"{process.WorkingSet64 / BytesPerMebibyte:0} MiB");

    private static string Cpu(Process process) => string.Create(CultureInfo.InvariantCulture, $"{process.TotalProcessorTime.TotalSeconds:0.0} s");
}
