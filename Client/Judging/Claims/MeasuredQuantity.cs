using Interleave.Client.Records;

namespace Interleave.Client.Judging.Claims;

/// <summary>What a claim reads from each trial: a metric, or something worked out from several.</summary>
/// <param name="Name">As it stands in the evidence.</param>
/// <param name="Of">Null where the trial does not hold it.</param>
internal sealed record MeasuredQuantity(string Name, Func<Trial, double?> Of)
{
    /// <summary>UCUM-style; null where it is that of the metric of this name.</summary>
    public string? Unit { get; init; }

    public static MeasuredQuantity Metric(string metric) => new(metric, trial => ValueOf(trial, metric));

    /// <summary>So much of a metric for each operation that completed.</summary>
    public static MeasuredQuantity ForEachOperation(string metric) =>
        new(
            $"{metric} for each operation", trial =>
                trial.Operations.Completed > 0 ? ValueOf(trial, metric) / trial.Operations.Completed : null)
        { Unit = "1" };

    /// <summary>Operations completed for each unit of a metric, such as a second of processor time.</summary>
    public static MeasuredQuantity OperationsFor(string metric, string unitName) =>
        new($"operations a {unitName}", trial => ValueOf(trial, metric) is { } value and > 0 ? trial.Operations.Completed / value : null) { Unit = "1" };

    /// <summary>One metric over another.</summary>
    public static MeasuredQuantity Quotient(string name, string metric, string over) =>
        new(name, trial => ValueOf(trial, over) is { } divisor and not 0 ? ValueOf(trial, metric) / divisor : null) { Unit = "1" };

    private static double? ValueOf(Trial trial, string metric) => trial.Metrics.TryGetValue(metric, out var value) ? value : null;
}
