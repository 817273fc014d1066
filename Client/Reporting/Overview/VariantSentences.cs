using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>What the contrasts of one variant mean, in few sentences: the strongest each in its own, the others together.</summary>
internal sealed class VariantSentences(RunFigures figures)
{
    private const int MostDecided = 2;
    private const int MostOfAll = 3;

    /// <param name="contrasts">Those of the headline metrics, the most telling metric first.</param>
    public IEnumerable<string> Of(IReadOnlyList<Contrast> contrasts)
    {
        var decided = contrasts.Where(contrast => contrast.IsDecided())
            .OrderByDescending(contrast => contrast.Strength())
            .DistinctBy(contrast => (contrast.Variant, contrast.Model))
            .ToList();
        foreach (var contrast in decided.Take(MostDecided))
        {
            yield return contrast.Reading;
        }

        if (contrasts.Count == 0)
        {
            yield break;
        }

        // Of the models without a sentence, the metric that answers first says what is known.
        var rest = contrasts.Where(contrast =>
            contrast.Metric == contrasts[0].Metric && contrast.Variant == contrasts[0].Variant
            && !decided.Exists(told => told.Model == contrast.Model)).ToList();
        if (Names(rest, Verdict.Same) is { Count: > 0 } same)
        {
            yield return $"{ModelList.Of([.. same, contrasts[0].Baseline])} do not differ in {Noun(contrasts[0])}{Cheaper(rest)}.";
        }

        if (Names(rest, Verdict.Undecided) is { Count: > 0 } open)
        {
            yield return $"This run cannot tell {ModelList.Of(open)} from {contrasts[0].Baseline} by {Noun(contrasts[0])}{OpenContrasts.Reason(rest)}.";
        }
    }

    /// <summary>Of many variants, the strongest contrasts: one of each variant.</summary>
    public static IEnumerable<string> Strongest(IEnumerable<Contrast> contrasts) => contrasts
        .Where(contrast => contrast.IsDecided())
        .OrderByDescending(contrast => contrast.Strength())
        .DistinctBy(contrast => contrast.Variant)
        .Take(MostOfAll)
        .Select(contrast => $"{contrast.Variant}: {contrast.Reading}");

    private static List<string> Names(IEnumerable<Contrast> contrasts, Verdict verdict) =>
        [.. contrasts.Where(contrast => contrast.Verdict == verdict).Select(contrast => contrast.Model)];

    private string Noun(Contrast contrast) => figures.NounOf(contrast.Scenario, contrast.Metric);

    private string Cheaper(IEnumerable<Contrast> contrasts)
    {
        var cheaper = Costs.StrongestSaving(figures, contrasts.Where(contrast => contrast.Verdict == Verdict.Same));
        return cheaper is null ? "" : $"; {cheaper}";
    }
}
