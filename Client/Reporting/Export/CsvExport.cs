using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Export;

/// <summary>Comma-separated values (RFC 4180): a row a figure over all rounds, and a row a figure of one trial.</summary>
internal sealed class CsvExport : IExport
{
    public string Name => "csv";

    public IEnumerable<(string File, string Text)> Write(Run run)
    {
        yield return ("results.csv", Table(
            [
                "scenario", "variant", "model", "metric", "unit", "better", "median", "low", "high", "rounds", "disturbed", "failed", "baseline", "ratio",
                "ratio_low", "ratio_high", "verdict"],
            run.Results.Select(result => Row(result, run.Contrasts.SingleOrDefault(contrast =>
                (contrast.Scenario, contrast.Variant, contrast.Model, contrast.Metric) == (result.Scenario, result.Variant, result.Model, result.Metric))))));
        yield return ("trials.csv", Table(
            ["scenario", "variant", "model", "round", "metric", "value", "disturbed", "error"],
            run.Trials.SelectMany(Rows)));
    }

    private static object?[] Row(Result result, Contrast? contrast) =>
    [
        result.Scenario, result.Variant, result.Model, result.Metric, result.Unit, result.Better, result.Median, result.Low, result.High,
        result.Rounds, result.Disturbed, result.Failed,
        contrast?.Baseline, contrast?.Ratio, contrast?.Low, contrast?.High, contrast?.Verdict,
    ];

    /// <summary>A trial that failed before it measured anything has a row all the same.</summary>
    private static IEnumerable<object?[]> Rows(Trial trial) =>
        trial.Metrics.Select(metric => (Name: (string?)metric.Key, Value: (double?)metric.Value)).DefaultIfEmpty()
            .Select(metric =>
                new object?[] { trial.Scenario, trial.Variant, trial.Model, trial.Round, metric.Name, metric.Value, trial.Disturbed, trial.Error });

    private static string Table(IEnumerable<object?> head, IEnumerable<object?[]> rows) =>
        string.Concat(rows.Prepend([.. head]).Select(row => string.Join(',', row.Select(Field)) + "\r\n"));

    private static string Field(object? value)
    {
        var text = value switch
        {
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            Enum or bool => value.ToString()!.ToLowerInvariant(),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
