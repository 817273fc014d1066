using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Reporting.Overview;

/// <summary>The conclusions of a run, found by what they are about, and which of its metrics answer a scenario's question.</summary>
internal sealed class RunFigures
{
    private readonly Dictionary<(string Scenario, string Variant, string Model, string Metric), Result> _results;
    private readonly Dictionary<(string Scenario, string Variant, string Model, string Metric), Contrast> _contrasts;

    private readonly Dictionary<(string Scenario, string Metric), string> _nouns;

    /// <param name="scenarios">Those that this version knows: they say how their metrics are called.</param>
    public RunFigures(Run run, IReadOnlyList<IScenario> scenarios)
    {
        _nouns = scenarios
            .SelectMany(scenario => scenario.Metrics.Concat(CommonMetrics.All).DistinctBy(metric => metric.Name), (scenario, metric) => (scenario, metric))
            .Where(pair => pair.metric.Wording is not null)
            .ToDictionary(pair => (pair.scenario.Name, pair.metric.Name), pair => pair.metric.Wording!.Noun); // Not null: just filtered.
        Run = run;
        _results = run.Results.GroupBy(result =>
            (result.Scenario, result.Variant, result.Model, result.Metric)).ToDictionary(same => same.Key, same => same.First());
        _contrasts = run.Contrasts.GroupBy(contrast =>
            (contrast.Scenario, contrast.Variant, contrast.Model, contrast.Metric)).ToDictionary(same => same.Key, same => same.First());
        Scenarios =
        [
            .. run.Plan.Scenarios.Union(run.Results.Select(result => result.Scenario)).Where(scenario =>
                run.Results.Any(result => result.Scenario == scenario)),
        ];
        Models = [.. run.Results.Select(result => result.Model).Distinct().OrderBy(ModelColours.Position)];
    }

    public Run Run { get; }

    /// <summary>Those that have a figure, in the plan's order.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>In the order in which every table has them.</summary>
    public IReadOnlyList<string> Models { get; }

    public Result? Result(string scenario, string variant, string model, string metric) => _results.GetValueOrDefault((scenario, variant, model, metric));

    public Contrast? Contrast(string scenario, string variant, string model, string metric) => _contrasts.GetValueOrDefault((scenario, variant, model, metric));

    /// <summary>The baseline's figure that a contrast divides by.</summary>
    public Result? BaselineOf(Contrast contrast) => Result(contrast.Scenario, contrast.ComparedWith, contrast.Baseline, contrast.Metric);

    public Result? ResultOf(Contrast contrast) => Result(contrast.Scenario, contrast.Variant, contrast.Model, contrast.Metric);

    /// <summary>The variants that have a figure, in the plan's order.</summary>
    public IReadOnlyList<PlannedVariant> VariantsOf(string scenario)
    {
        var measured = Run.Results.Where(result => result.Scenario == scenario).Select(result => result.Variant).Distinct().ToList();
        var planned = Run.Plan.Variants.Where(variant => variant.Scenario == scenario && measured.Contains(variant.Name)).ToList();
        return [.. planned, .. measured.Except(planned.Select(variant => variant.Name)).Select(name => new PlannedVariant(scenario, name, name))];
    }

    /// <summary>What the trials of a variant ran with; empty where none is recorded.</summary>
    public IReadOnlyDictionary<string, double> ParametersOf(string scenario, string variant) =>
        Run.Trials.FirstOrDefault(trial => trial.Scenario == scenario && trial.Variant == variant)?.Parameters ?? new Dictionary<string, double>();

    /// <summary>Those variants that a summary shows; where none is marked, all of them.</summary>
    public IReadOnlyList<PlannedVariant> HeadlineVariantsOf(string scenario)
    {
        var variants = VariantsOf(scenario);
        List<PlannedVariant> headlines = [.. variants.Where(variant => variant.IsHeadline)];
        return headlines.Count > 0 ? headlines : variants;
    }

    /// <summary>The metrics that answer the scenario's question, the most telling first.</summary>
    public IReadOnlyList<string> HeadlinesOf(string scenario)
    {
        var metrics = Run.Plan.Metrics.Where(metric => metric.Scenario == scenario && metric.Better != Better.Neither).ToList();
        if (metrics.Count == 0)
        {
            // The plan does not say: every figure that ranks is taken to answer.
            return [.. Run.Results.Where(result => result.Scenario == scenario && result.Better != Better.Neither).Select(result => result.Metric).Distinct()];
        }

        List<PlannedMetric> headlines = [.. metrics.Where(metric => metric.IsHeadline)];
        return [
            .. (
                headlines.Count > 0 ? headlines : metrics.Where(metric => CommonMetrics.All.All(common => common.Name != metric.Name))).Select(metric =>
                    metric.Name)];
    }

    /// <summary>How a sentence speaks of a metric.</summary>
    public string NounOf(string scenario, string metric) => _nouns.GetValueOrDefault((scenario, metric)) ?? metric.Replace('-', ' ');

    /// <summary>The contrasts of one metric, a model each.</summary>
    public IEnumerable<Contrast> ContrastsOf(string scenario, string variant, string metric) =>
        Models.Where(model => model != Model.Baseline.Name).Select(model => Contrast(scenario, variant, model, metric)).OfType<Contrast>();

    /// <summary>A ratio as it is shown, in full; a word where it does not fit the two medians that stand beside it.</summary>
    public string RatioOf(Contrast contrast) => IsErratic(contrast) ? "varies" : Quantity.Ratio(contrast.Ratio);

    /// <summary>Whether an undecided ratio contradicts the medians that it is shown with, as it does where rounds have little in common.</summary>
    public bool IsErratic(Contrast contrast)
    {
        const double Noticeable = 1.5;
        if (contrast.Verdict != Verdict.Undecided
            || contrast.Ratio is not { } ratio
            || ResultOf(contrast) is not { } own
            || BaselineOf(contrast) is not { } other)
        {
            return false;
        }

        var ofMedians = own.Median == other.Median ? 1 : own.Median / other.Median;
        return Math.Max(ratio, ofMedians) > Noticeable * Math.Min(ratio, ofMedians);
    }
}
