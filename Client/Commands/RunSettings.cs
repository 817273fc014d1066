using Interleave.Silo.Telemetry;

namespace Interleave.Client.Commands;

/// <summary>How a plan is carried out, beside what it says.</summary>
/// <param name="Folder">What the run fills.</param>
/// <param name="Cluster">What <c>--cluster</c> says; null starts one for the run.</param>
internal sealed record RunSettings(string Folder, string? Cluster, TelemetryMode Telemetry);
