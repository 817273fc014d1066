using System.Globalization;
using System.Text.RegularExpressions;
using Interleave.Client.Planning;
using Interleave.Client.Records;

namespace Interleave.Client.Judging.Thresholds;

/// <summary>What a figure must be for a run to pass: <c>io[http 50ms].tasks.latency-p99 &lt; 0.2</c>.</summary>
/// <param name="Variant">Null where it must hold in every variant.</param>
internal sealed partial record Threshold(string Text, string Scenario, string? Variant, string Model, string Metric, string Operator, double Limit)
{
    private static readonly Dictionary<string, Func<double, double, bool>> Operators = new()
    {
        [">"] = (figure, limit) => figure > limit,
        [">="] = (figure, limit) => figure >= limit,
        ["<"] = (figure, limit) => figure < limit,
        ["<="] = (figure, limit) => figure <= limit,
        ["=="] = (figure, limit) => figure == limit,
        ["!="] = (figure, limit) => figure != limit,
    };

    public bool Allows(double figure) => Operators[Operator](figure, Limit);

    /// <summary>Reads what was given; null when it is not allowed, which adds a line to <paramref name="faults"/>.</summary>
    /// <param name="plan">What will be run: a figure that it does not yield could never be checked.</param>
    public static Threshold? Read(string text, Plan plan, Faults faults)
    {
        var match = Form().Match(text);
        if (!match.Success || !double.TryParse(match.Groups["limit"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit))
        {
            return faults.Refuse<Threshold>(
                $"--expect '{text}' is not understood: write scenario.model.metric, an operator ({string.Join(" ", Operators.Keys)}) and a number, as in " +
                "'io.tasks.throughput > 1500' or 'io[two].tasks.time < 0.1'.");
        }

        var variant = match.Groups["variant"].Success ? match.Groups["variant"].Value.Trim() : null;
        var threshold = new Threshold(
            text, match.Groups["scenario"].Value, variant, match.Groups["model"].Value, match.Groups["metric"].Value, match.Groups["operator"].Value, limit);
        var before = faults.Count;
        threshold.Check("scenario", threshold.Scenario, plan.Scenarios, faults);
        threshold.Check("model", threshold.Model, plan.Models, faults);
        if (faults.Count == before)
        {
            threshold.Check(
                "metric", threshold.Metric, [.. plan.Metrics.Where(metric => metric.Scenario == threshold.Scenario).Select(metric => metric.Name)], faults);
            if (variant is not null && plan.Variants.Count > 0)
            {
                threshold.Check(
                    "variant", variant, [.. plan.Variants.Where(planned => planned.Scenario == threshold.Scenario).Select(planned => planned.Name)], faults);
            }
        }

        return faults.Count == before ? threshold : null;
    }

    private void Check(string what, string given, IReadOnlyCollection<string> allowed, Faults faults)
    {
        if (!allowed.Contains(given))
        {
            faults.Add($"Unknown {what} '{given}' in --expect '{Text}': {NearestName.Hint(given, allowed)}");
        }
    }

    [
        GeneratedRegex(
            @"^\s*(?<scenario>[\w-]+)\s*(\[(?<variant>[^\]]*)\]\s*)?\.\s*(?<model>[\w-]+)\s*\.\s*(?<metric>[\w-]+)\s*(?<operator>" +
            @">=|<=|==|!=|>|<)\s*(?<limit>\S+)\s*$")]
    private static partial Regex Form();
}
