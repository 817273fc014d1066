using System.Xml.Linq;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Plots;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>Latency percentiles of each variant: a curve a model, and the same in figures.</summary>
internal static class PercentilePlots
{
    /// <summary>Below this many values in all, a curve would only draw the single ones.</summary>
    private const long FewestValues = 50;

    /// <summary>Corrected and uncorrected figures this near each other are one line.</summary>
    private const double Alike = 0.05;

    public static IEnumerable<XElement> Of(Report report, ScenarioNotes scenario)
    {
        foreach (var variant in report.VariantsOf(scenario.Name))
        {
            var latencies = report.Models.Select(model => Latency(report.Run, scenario.Name, variant, model))
                .OfType<ModelLatency>()
                .Where(latency => latency.Corrected.Counts.Sum() >= FewestValues)
                .ToList();
            if (latencies.Count > 0)
            {
                yield return Of(scenario, variant, latencies);
            }
        }
    }

    private static XElement Of(ScenarioNotes scenario, string variant, List<ModelLatency> latencies)
    {
        var unit = latencies[0].Corrected.Unit;
        var differ = latencies.Any(latency => latency.Uncorrected is not null);
        // In a closed load the generator waits too: what it tells is no latency.
        var title = latencies.Exists(latency => latency.IsOpen) ? $"latency, {variant}" : $"time of an operation, {variant}";
        var lines = latencies.SelectMany(Lines).ToList();
        return Tag(
            "figure.latency",
            Tag("figcaption", Tag("b", title), Tag("span", differ
                ? "from the intended start of each operation; the dotted lines, from its real start, hide the time that it waited for a late generator " +
                    "(coordinated omission)"
                : latencies.Exists(latency => latency.IsOpen) ? "from the intended start of each operation, all rounds together; less is better"
                : "of the closed load, from its start to its end, all rounds together; less is better")),
            LinePlot.Draw(
                Slug($"{scenario.Name} {variant} percentiles"),
                $"{scenario.Name}: {title}",
                // There is at least one.
                PercentileCurve.Axis(latencies.Select(latency => latency.Corrected).MaxBy(distribution => distribution.Counts.Sum())!),
                new LineAxis(latencies.Exists(latency => latency.IsOpen) ? "latency" : "time of an operation", unit),
                lines,
                []),
            Scrolling($"{scenario.Name}: {title}", Table(latencies, unit)));
    }

    private static IEnumerable<LineSeries> Lines(ModelLatency latency)
    {
        yield return new LineSeries(latency.Model, PercentileCurve.Points(latency.Corrected));
        if (latency.Uncorrected is { } uncorrected)
        {
            yield return new LineSeries(latency.Model, PercentileCurve.Points(uncorrected), "uncorrected", Faint: true);
        }
    }

    private static XElement Table(IReadOnlyList<ModelLatency> latencies, string unit) => Tag(
        "table.compact",
        Tag("thead", Tag("tr", Tag("td"), PercentileCurve.Told.Select(fraction => HeadCell(PercentileCurve.Name(fraction))), HeadCell("longest"))),
        Tag("tbody", latencies.SelectMany(latency => new[]
        {
            Row(ModelTag.Of(latency.Model), latency.Corrected, unit),
            latency.Uncorrected is { } uncorrected ? Row($"{latency.Model}, uncorrected", uncorrected, unit) : null,
        })));

    private static XElement Row(object name, Distribution distribution, string unit) => Tag(
        "tr",
        RowHead(name),
        PercentileCurve.Told.Select(fraction =>
            Tag("td", PercentileCurve.IsHeld(distribution, fraction) ? Quantity.Format(PercentileCurve.At(distribution, fraction), unit) : "–")),
        Tag("td", Quantity.Format(distribution.UpperBounds[^1], unit)));

    private static ModelLatency? Latency(Run run, string scenario, string variant, string model)
    {
        var corrected = Together(run, scenario, variant, model, LatencyMetrics.Default.Name);
        var uncorrected = Together(run, scenario, variant, model, LatencyMetrics.Default.UncorrectedName);
        return corrected is null
            ? null
            : new ModelLatency(model, uncorrected is not null, corrected, uncorrected is not null && Differ(corrected, uncorrected) ? uncorrected : null);
    }

    private static Distribution? Together(Run run, string scenario, string variant, string model, string name)
    {
        var distributions = run.Trials
            .Where(trial => (trial.Scenario, trial.Variant, trial.Model) == (scenario, variant, model) && trial.Round > 0)
            .Select(trial => trial.Distributions?.GetValueOrDefault(name)).OfType<Distribution>().Where(distribution => distribution.Counts.Count > 0).ToList();
        return distributions.Count == 0 ? null : PercentileCurve.Together(distributions);
    }

    private static bool Differ(Distribution corrected, Distribution uncorrected) =>
        PercentileCurve.Told.Any(fraction => Math.Abs(PercentileCurve.At(uncorrected, fraction) / PercentileCurve.At(corrected, fraction) - 1) > Alike);

    private sealed record ModelLatency(string Model, bool IsOpen, Distribution Corrected, Distribution? Uncorrected);
}
