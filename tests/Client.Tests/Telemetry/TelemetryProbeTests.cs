using Interleave.Client.Doctor;
using Interleave.Client.Telemetry;

namespace Interleave.Client.Tests.Telemetry;

public sealed class TelemetryProbeTests
{
    [Theory]
    [InlineData(102, 180, nameof(Health.Ok), "×1.02 with metrics only, ×1.80 with every operation traced")]
    [InlineData(150, 180, nameof(Health.Warn), "×1.50 with metrics only")]
    public async Task Costs_are_told_as_ratios_and_dear_metrics_warn(int metrics, int tracing, string health, string told)
    {
        var cost = new TelemetryCost(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(metrics), TimeSpan.FromMilliseconds(tracing), 15);

        var diagnosis = await new TelemetryProbe(_ => Task.FromResult(cost)).ExamineAsync(CancellationToken.None);

        Assert.Equal(health, diagnosis.Health.ToString());
        Assert.Contains(told, diagnosis.Found, StringComparison.Ordinal);
    }
}
