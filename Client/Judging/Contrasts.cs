using Interleave.Client.Judging.Readings;
using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Judging;

/// <summary>Sets every model against the baseline, within this run and round by round.</summary>
internal sealed class Contrasts(Reader reader)
{
    public IEnumerable<Contrast> Of(Plan plan, SortedTrials trials, IReadOnlyList<Result> results)
    {
        var contrasts = Unread(plan, trials).ToList();
        var beside = contrasts.ToLookup(contrast => (contrast.Scenario, contrast.Variant, contrast.Model));
        return contrasts.Select(contrast => contrast with
        {
            Reading = reader.Read(
                contrast,
                Find(contrast, contrast.Variant, contrast.Model),
                Find(contrast, contrast.ComparedWith, contrast.Baseline),
                beside[(contrast.Scenario, contrast.Variant, contrast.Model)],
                plan.Variants.FirstOrDefault(variant => (variant.Scenario, variant.Name) == (contrast.Scenario, contrast.Variant))?.Advice),
        });

        Result Find(Contrast contrast, string variant, string model) =>
            results.Single(result => (result.Scenario, result.Variant, result.Model, result.Metric) == (contrast.Scenario, variant, model, contrast.Metric));
    }

    private static IEnumerable<Contrast> Unread(Plan plan, SortedTrials trials) =>
        from variant in plan.Variants
        from metric in plan.Metrics
        where metric.Scenario == variant.Scenario && metric.Better != Better.Neither
        from model in plan.Models
        where model != Model.Baseline.Name
        let contrast = Of(variant, metric, model, trials)
        where contrast is not null
        select contrast;

    private static Contrast? Of(PlannedVariant variant, PlannedMetric metric, string model, SortedTrials trials)
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
        return new Contrast(
            variant.Scenario, variant.Name, model, baseline, metric.Name, ratios.Interval?.Median, ratios.Interval?.Low, ratios.Interval?.High, verdict)
        {
            ComparedWith = variant.ComparedWith,
            Rounds = ratios.Rounds,
            Disturbed = ratios.Disturbed,
            Needed = verdict == Verdict.Undecided ? Verdicts.Needed(ratios) : null,
        };
    }
}
