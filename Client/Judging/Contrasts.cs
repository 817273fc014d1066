using Interleave.Client.Judging.Readings;
using Interleave.Client.Models;
using Interleave.Client.Recording;

namespace Interleave.Client.Judging;

/// <summary>Sets every model against the baseline, within this run and round by round.</summary>
internal sealed class Contrasts(Reader reader)
{
    public IEnumerable<Contrast> Of(Plan plan, SortedTrials trials, IReadOnlyList<Result> results) =>
        from variant in plan.Variants
        from metric in plan.Metrics
        where metric.Scenario == variant.Scenario && metric.Better != Better.Neither
        from model in plan.Models
        where model != Model.Baseline.Name
        let contrast = Of(variant, metric, model, trials, results)
        where contrast is not null
        select contrast;

    private Contrast? Of(PlannedVariant variant, PlannedMetric metric, string model, SortedTrials trials, IReadOnlyList<Result> results)
    {
        var baseline = Model.Baseline.Name;
        var ratios = Ratios.Of(
            metric.Name,
            trials.Sound(variant.Scenario, variant.Name, model),
            trials.Sound(variant.Scenario, variant.ComparedWith, baseline));
        if (ratios is null)
        {
            return null;
        }

        var verdict = Verdicts.Of(ratios, metric.Better);
        var contrast = new Contrast(
            variant.Scenario, variant.Name, model, baseline, metric.Name, ratios.Interval?.Median, ratios.Interval?.Low, ratios.Interval?.High, verdict)
        {
            ComparedWith = variant.ComparedWith,
            Rounds = ratios.Rounds,
            Disturbed = ratios.Disturbed,
            Needed = verdict == Verdict.Undecided ? Verdicts.Needed(ratios) : null,
        };
        return contrast with { Reading = reader.Read(contrast, Find(variant.Name, model), Find(variant.ComparedWith, baseline)) };

        Result Find(string name, string of) =>
            results.Single(result => (result.Scenario, result.Variant, result.Model, result.Metric) == (variant.Scenario, name, of, metric.Name));
    }
}
