using Interleave.Client.Clusters;
using Interleave.Client.Judging.Thresholds;
using Interleave.Client.Reporting.Export;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Commands;

/// <summary>How a plan is carried out, beside what it says.</summary>
/// <param name="Folder">What the run fills.</param>
/// <param name="Cluster">The cluster that runs already; null starts one for the run.</param>
/// <param name="Thresholds">What figures must be for the run to pass.</param>
/// <param name="Exports">The forms in which the figures are written beside <c>run.json</c>.</param>
internal sealed record RunSettings(
    string Folder, RunningCluster? Cluster, TelemetryMode Telemetry, IReadOnlyList<Threshold> Thresholds, IReadOnlyList<IExport> Exports)
{
    /// <summary>Hosts beside this machine that requests are sent to.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether silos on other machines must reach the I/O server, as grains of this program do.</summary>
    public bool SilosReachIoServer { get; init; } = true;

    /// <summary>Whether tables show every metric, not only those that answer the scenario's question.</summary>
    public bool Details { get; init; }
}
