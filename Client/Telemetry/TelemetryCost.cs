namespace Interleave.Client.Telemetry;

/// <summary>What the same trial took without telemetry, with metrics alone, and with every operation traced as well; medians.</summary>
internal sealed record TelemetryCost(TimeSpan Off, TimeSpan MetricsOnly, TimeSpan FullTracing, int Trials);
