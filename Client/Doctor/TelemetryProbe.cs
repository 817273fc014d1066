using System.Globalization;
using Interleave.Client.Telemetry;

namespace Interleave.Client.Doctor;

/// <summary>What looking on with OpenTelemetry costs; the measured rounds of a run do without the dearer half.</summary>
internal sealed class TelemetryProbe(Func<CancellationToken, Task<TelemetryCost>> measure) : IProbe
{
    private const string Subject = "telemetry";

    /// <summary>Above this, metrics would show in figures that were measured with <c>--telemetry</c>.</summary>
    private const double CheapMetrics = 1.1;

    public async Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var cost = await measure(cancellation);
        var metrics = cost.MetricsOnly / cost.Off;
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"the same trial takes {cost.Off.TotalMilliseconds:0.0} ms without, ×{metrics:0.00} with metrics only, " +
                $"×{cost.FullTracing / cost.Off:0.00} with every operation traced (medians of {cost.Trials})");
        return metrics <= CheapMetrics
            ? Diagnosis.Ok(Subject, found)
            : Diagnosis.Warn(Subject, found, "Compare runs only with runs that had the same --telemetry, or measure with --telemetry none.");
    }
}
