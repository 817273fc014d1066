using Interleave.Client.Measuring;
using Interleave.Client.Recording;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging.Readings;

/// <summary>Puts a contrast into one plain sentence for somebody who must choose.</summary>
/// <remarks>In the words of <see cref="Metric.Wording"/>; a metric that sets none is called by its name.</remarks>
internal sealed class Reader(IReadOnlyDictionary<(string Scenario, string Metric), Wording> wordings)
{
    public static Reader Create(IReadOnlyList<IScenario> scenarios) => new(
        scenarios
            .SelectMany(scenario => scenario.Metrics.Concat(CommonMetrics.All).DistinctBy(metric => metric.Name), (scenario, metric) => (scenario, metric))
            .Where(pair => pair.metric.Wording is not null)
            .ToDictionary(pair => (pair.scenario.Name, pair.metric.Name), pair => pair.metric.Wording!)); // Not null: just filtered.

    public string Read(Contrast contrast, Result model, Result baseline)
    {
        var wording = wordings.GetValueOrDefault((contrast.Scenario, contrast.Metric)) ?? FromName(contrast.Metric);
        var figures = $"{Quantity.Format(model.Median, model.Unit)} against {Quantity.Format(baseline.Median, baseline.Unit)}";
        var comparison = Comparison(contrast, wording.Noun, baseline);
        return contrast.Verdict switch
        {
            Verdict.Better => $"{comparison} ({figures}): prefer {contrast.Model} where {wording.Matters}.",
            Verdict.Worse => $"{comparison} ({figures}): prefer {contrast.Baseline} where {wording.Matters}.",
            Verdict.Same => $"{contrast.Model} and {contrast.Baseline} do not differ in {wording.Noun} ({figures}): choose by something else.",
            _ => $"This run cannot tell {contrast.Model} from {contrast.Baseline} by {wording.Noun} ({figures}): {contrast.Needed}.",
        };
    }

    private static Wording FromName(string metric)
    {
        var words = metric.Replace('-', ' ');
        return new Wording(words, $"one must choose by {words}");
    }

    private static string Comparison(Contrast contrast, string noun, Result baseline)
    {
        var (model, other) = (contrast.Model, contrast.Baseline);
        var show = model.EndsWith('s') ? "show" : "shows"; // The loop is one; threads, tasks and grains are many.
        return contrast.Ratio switch
        {
            null => $"{model} {show} {noun} where {other} show {(baseline.Median == 0 ? "none" : "hardly any")}",
            0 => $"{model} {show} no {noun} where {other} do",
            >= 1.95 and var ratio => $"{model} {show} {Quantity.Number(ratio)} times the {noun} of {other}",
            >= 1 and var ratio => $"{model} {show} {Percent(ratio - 1)} more {noun} than {other}",
            >= 0.5 and var ratio => $"{model} {show} {Percent(1 - ratio)} less {noun} than {other}",
            { } ratio => $"{model} {show} {Percent(ratio)} of the {noun} of {other}",
        };
    }

    private static string Percent(double share) => $"{Quantity.Number(Math.Round(share * 100, share < 0.01 ? 2 : 0))} %";
}
