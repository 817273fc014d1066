using Interleave.Client.Judging.Readings;
using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Judging;

/// <summary>Sets every model against the baseline, within this run and round by round.</summary>
internal sealed class Contrasts(ContrastSentences sentences)
{
    // The median of inverses is not quite the inverse of the median.
    private const double Rounding = 0.02;

    public IEnumerable<Contrast> Of(Plan plan, SortedTrials trials, IReadOnlyList<Result> results)
    {
        var contrasts = WithSharedVerdicts([.. Unread(plan, trials)]);
        var figures = results.ToDictionary(result => (result.Scenario, result.Variant, result.Model, result.Metric));
        var beside = contrasts.ToLookup(contrast => (contrast.Scenario, contrast.Variant, contrast.Model));
        return contrasts.Select(contrast => contrast with
        {
            Reading = sentences.Write(
                contrast,
                Find(contrast, contrast.Variant, contrast.Model),
                Find(contrast, contrast.ComparedWith, contrast.Baseline),
                beside[(contrast.Scenario, contrast.Variant, contrast.Model)],
                plan.Variants.FirstOrDefault(variant => (variant.Scenario, variant.Name) == (contrast.Scenario, contrast.Variant))?.Advice),
        });

        Result Find(Contrast contrast, string variant, string model) =>
            figures[(contrast.Scenario, variant, model, contrast.Metric)];
    }

    private static IEnumerable<Contrast> Unread(Plan plan, SortedTrials trials) =>
        from variant in plan.Variants
        from metric in plan.Metrics
        where metric.Scenario == variant.Scenario && metric.Better != Better.Neither
        from pair in PairsOf(plan)
        let contrast = Of(plan, variant, metric, pair, trials)
        where contrast is not null
        select contrast;

    /// <summary>Each model against the baseline; in a placebo each twin against the model that it is a twin of.</summary>
    private static IEnumerable<(string Model, string Baseline)> PairsOf(Plan plan) => plan.Twins.Count > 0
        ? plan.Twins.Select(twin => (twin.Model, twin.Of))
        : plan.Models.Where(model => model != Model.Baseline.Name).Select(model => (model, Model.Baseline.Name));

    private static Contrast? Of(Plan plan, PlannedVariant variant, PlannedMetric metric, (string Model, string Baseline) pair, SortedTrials trials)
    {
        var (model, baseline) = pair;
        var comparedWith = plan.Twins.Count > 0 ? variant.Name : variant.ComparedWith;
        var own = trials.Sound(variant.Scenario, variant.Name, model);
        var others = trials.Sound(variant.Scenario, comparedWith, baseline);
        IComparedRounds? rounds = metric.Exposure is null ? PairedRounds.Of(metric.Name, own, others) : PairedRates.Of(metric, own, others);
        if (rounds is null)
        {
            return null;
        }

        var verdict = Verdicts.Of(rounds, metric);
        return new Contrast(
            variant.Scenario, variant.Name, model, baseline, metric.Name, rounds.Ratio?.Median, rounds.Ratio?.Low, rounds.Ratio?.High, verdict)
        {
            ComparedWith = comparedWith,
            Rounds = rounds.Count,
            Disturbed = rounds.Disturbed,
            Needed = verdict == Verdict.Undecided ? Verdicts.Needed(rounds, metric, plan.Profile) : null,
            DerivedFrom = metric.DerivedFrom,
        };
    }

    /// <summary>One datum is judged once: a metric that says the same as another takes that one's verdict, as far as that was measured.</summary>
    private static List<Contrast> WithSharedVerdicts(List<Contrast> contrasts)
    {
        var judged = contrasts.ToDictionary(contrast => (contrast.Scenario, contrast.Variant, contrast.Model, contrast.Metric));
        return
        [
            .. contrasts.Select(contrast => contrast.DerivedFrom is null ? contrast
                : judged.TryGetValue((contrast.Scenario, contrast.Variant, contrast.Model, contrast.DerivedFrom), out var source)
                    && SayTheSame(contrast, source)
                    ? contrast with { Verdict = source.Verdict, Needed = source.Needed }
                    : contrast with { DerivedFrom = null }),
        ];
    }

    /// <summary>Whether the two ratios are one, or one the other's inverse.</summary>
    /// <remarks>They are not where models, or variants compared with each other, do different amounts of work.</remarks>
    private static bool SayTheSame(Contrast contrast, Contrast source) =>
        contrast.Ratio is > 0 and var ratio && source.Ratio is > 0 and var other && Math.Abs(Math.Abs(Math.Log(ratio)) - Math.Abs(Math.Log(other))) < Rounding;
}
