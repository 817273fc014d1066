using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Reporting.Overview;

/// <summary>What a reader takes away from a run in half a minute: for each situation, the models that serve and those that do not.</summary>
internal sealed class RunAnswer(RunFigures figures, IReadOnlyList<IScenario> scenarios)
{
    private const int MostLines = 6;

    public IReadOnlyList<AnswerLine> Lines() =>
    [
        .. (from name in figures.Scenarios
            from scenario in scenarios
            where scenario.Name == name
            from situation in scenario.Situations
            let line = Line(name, situation)
            where line is not null
            select line).Take(MostLines),
    ];

    private AnswerLine? Line(string scenario, Situation situation)
    {
        var metric = situation.Decides.Name;
        var variant = figures.VariantsOf(scenario).FirstOrDefault(variant => variant.Name.StartsWith(situation.Variant, StringComparison.Ordinal))?.Name;
        var contrasts = variant is null ? [] : figures.ContrastsOf(scenario, variant, metric).ToList();
        if (variant is null || contrasts.Count == 0)
        {
            return null;
        }

        var noun = figures.NounOf(scenario, metric);
        if (situation.Decides.Exposure is not null)
        {
            return new AnswerLine(situation.Name, NoneSeenAnswer.Of([.. figures.Models.Select(Figure).OfType<Result>()], noun), contrasts);
        }

        var trifle = situation.Trifle(figures.ParametersOf(scenario, variant));
        List<Contrast> alike = [.. contrasts.Where(contrast => contrast.Verdict == Verdict.Same || IsTrifling(contrast, trifle))];
        var better = Of(Verdict.Better);
        var worse = Of(Verdict.Worse);
        var open = Of(Verdict.Undecided);
        List<string> parts = better.Count > 0
            ? [$"{ModelList.OneOf(Names(better))} ({Figures(better, noun)})", $"then {ModelList.OneOf([Model.Baseline.Name, .. Names(alike)])}"]
            : worse.Count + alike.Count == 0 ? []
            : [$"{ModelList.OneOf([Model.Baseline.Name, .. Names(alike)])}{(worse.Count == 0 ? $", alike in {noun}" : "")}"];
        if (worse.Count > 0)
        {
            parts.Add($"not {ModelList.OneOf(Names(worse))} ({Figures(worse, noun)})");
        }

        if (open.Count > 0)
        {
            parts.Add(
                parts.Count == 0
                    ? $"no verdict on {ModelList.Of(Names(open))} against {Model.Baseline.Name} by {noun}{OpenContrasts.Reason(open)}"
                    : $"no verdict on {ModelList.Of(Names(open))}");
        }

        if (better.Count == 0 && Costs.StrongestSaving(figures, alike) is { } cheapest)
        {
            parts.Add(cheapest);
        }

        return new AnswerLine(situation.Name, $"{string.Join("; ", parts)}.", [.. better, .. worse, .. alike]);

        Result? Figure(string model) => figures.Result(scenario, variant, model, metric);

        List<Contrast> Of(Verdict verdict) => [.. contrasts.Except(alike).Where(contrast => contrast.Verdict == verdict)];
    }

    /// <summary>Whether even the far ends of both intervals lie nearer to each other than anybody would mind.</summary>
    private bool IsTrifling(Contrast contrast, double trifle) =>
        figures.ResultOf(contrast) is { } own && figures.BaselineOf(contrast) is { } other
        && Math.Max(own.High - other.Low, other.High - own.Low) < trifle;

    private static List<string> Names(IEnumerable<Contrast> contrasts) => [.. contrasts.Select(contrast => contrast.Model)];

    /// <summary><c>speed-up 1.00 against 1.93</c>, or the range of several models.</summary>
    private string Figures(List<Contrast> contrasts, string noun)
    {
        var results = contrasts.Select(figures.ResultOf).OfType<Result>().OrderBy(result => result.Median).ToList();
        var baseline = figures.BaselineOf(contrasts[0]);
        if (results.Count == 0 || baseline is null)
        {
            return noun;
        }

        var (low, high) = (Quantity.Format(results[0]), Quantity.Format(results[^1]));
        return $"{noun} {(low == high ? low : $"{low} to {high}")} against {Quantity.Format(baseline)}";
    }
}
