using System.Xml.Linq;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Plots;
using Interleave.Client.Scenarios;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>Chooses the plots of a scenario by the kind of its data; the scenario may name a kind that tells more.</summary>
internal static class ScenarioPlots
{
    /// <summary>Results of this name mark the place on a sweep from which a model pays off.</summary>
    private const string BreakEven = "break-even";

    public static IEnumerable<XElement> Of(Report report, ScenarioNotes scenario)
    {
        var headlines = report.Figures.HeadlinesOf(scenario.Name);
        var results = report.Run.Results.Where(result =>
            result.Scenario == scenario.Name && (headlines.Contains(result.Metric) || IsBreakEven(result))).ToList();
        var curves = PercentilePlots.Of(report, scenario).ToList();
        var sweeps = Sweep.Among(results.Select(result => result.Variant));
        var kind = scenario.PreferredPlot ?? (sweeps.Count > 0 ? PlotKind.Lines : PlotKind.Bars);
        foreach (var metric in results.Where(result => IsDrawn(result, curves.Count > 0)).GroupBy(result => result.Metric))
        {
            var swept = kind == PlotKind.Lines ? sweeps : [];
            foreach (var sweep in swept)
            {
                yield return Lines(report, scenario, metric.Key, [.. metric], sweep, results);
            }

            var rest = metric.Where(result => !swept.Any(sweep => sweep.Steps.Any(step => step.Variant == result.Variant))).ToList();
            if (rest.Count > 0)
            {
                yield return kind == PlotKind.Matrix ? MatrixTable.Of(report, scenario, metric.Key, rest) : Bars(report, scenario, metric.Key, rest);
            }
        }

        foreach (var picture in RatePlot.Of(report.Run, scenario.Name).Concat(curves))
        {
            yield return picture;
        }
    }

    /// <summary>What decides nothing stays in the tables, and so does a single percentile where the whole curve is drawn.</summary>
    private static bool IsDrawn(Result result, bool hasCurves) =>
        !IsBreakEven(result) && !(hasCurves && result.Metric.StartsWith($"{LatencyMetrics.Default.Name}-", StringComparison.Ordinal));

    private static bool IsBreakEven(Result result) => result.Metric.StartsWith(BreakEven, StringComparison.Ordinal);

    private static XElement Bars(Report report, ScenarioNotes scenario, string metric, List<Result> results)
    {
        var title = Words.Spoken(metric);
        var groups = results.Select(result => result.Variant).Distinct()
            .Select(variant =>
                new BarGroup(variant, [.. report.Models.Select(model => Bar(report, scenario, results, variant, model)).OfType<Bar>()])).ToList();
        return Picture.Of(
            title, Note(scenario, results[0]), BarPlot.Draw(Slug($"{scenario.Name} {metric} bars"), $"{scenario.Name}: {title}", results[0].Unit, groups));
    }

    private static Bar? Bar(Report report, ScenarioNotes scenario, List<Result> results, string variant, string model) =>
        results.FirstOrDefault(result => result.Variant == variant && result.Model == model) is { } found
            ? new Bar(model, found.Median, found.Low, found.High, null)
            : report.Run.Trials.Any(trial => (trial.Scenario, trial.Variant, trial.Model) == (scenario.Name, variant, model))
                ? Plots.Bar.Without(
                    model,
                    report.Run.Trials.Any(trial => (trial.Scenario, trial.Variant, trial.Model) == (scenario.Name, variant, model) && trial.Error is not null)
                        ? "failed"
                        : "not measured")
                : null;

    private static XElement Lines(Report report, ScenarioNotes scenario, string metric, List<Result> results, Sweep sweep, List<Result> all)
    {
        var title = Words.Spoken(metric);
        var lines = report.Models
            .Select(model =>
                new LineSeries(
                    model,
                    [
                        .. from step in sweep.Steps from result in results where result.Model == model
                        && result.Variant == step.Variant select new LinePoint(step.Number, result.Median, result.Low, result.High)]))
            .Where(line => line.Points.Count > 0).ToList();
        var marks = report.Models
            .Select(model => all.FirstOrDefault(result => result.Model == model && result.Metric.StartsWith(BreakEven, StringComparison.Ordinal)))
            .OfType<Result>().Select(result => new LineMark(result.Median, $"break-even of {result.Model}")).ToList();
        return Picture.Of(
            $"{title}, {sweep.Pattern}",
            Note(scenario, results[0]),
            LinePlot.Draw(
                Slug($"{scenario.Name} {metric} {sweep.Pattern} lines"), $"{scenario.Name}: {title} over {sweep.Pattern}",
                new LineAxis($"N in “{sweep.Pattern}”", "1"), new LineAxis(title, results[0].Unit), lines, marks));
    }

    private static string Note(ScenarioNotes scenario, Result result)
    {
        var better = result.Better == Better.Higher ? "more is better" : "less is better";
        return scenario.Metrics.TryGetValue(result.Metric, out var description) ? $"{description}; {better}" : better;
    }
}
