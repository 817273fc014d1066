using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging.Readings;

/// <summary>Puts a contrast into one plain sentence for somebody who must choose.</summary>
/// <remarks>In the words of <see cref="Metric.Wording"/>; a metric that sets none is called by its name.</remarks>
internal sealed class ContrastSentences(IReadOnlyDictionary<(string Scenario, string Metric), Wording> wordings)
{
    public static ContrastSentences Create(IReadOnlyList<IScenario> scenarios) => new(
        scenarios
            .SelectMany(scenario => scenario.Metrics.Concat(CommonMetrics.All).DistinctBy(metric => metric.Name), (scenario, metric) => (scenario, metric))
            .Where(pair => pair.metric.Wording is not null)
            .ToDictionary(pair => (pair.scenario.Name, pair.metric.Name), pair => pair.metric.Wording!)); // Not null: just filtered.

    /// <param name="beside">The contrasts of the same two models, which tell them apart where this one does not.</param>
    /// <param name="advice">What to do instead of this variant; null where the other model is the remedy.</param>
    public string Write(Contrast contrast, Result model, Result baseline, IEnumerable<Contrast> beside, string? advice = null)
    {
        var wording = WordingOf(contrast);
        var figures = $"{Quantity.Format(model)} against {Quantity.Format(baseline)}";
        var comparison = Comparison(contrast, wording.Noun, baseline);
        return contrast.Verdict switch
        {
            Verdict.Better when model.Events > 0 => $"{comparison} ({figures}): {FewerIsNotNone(wording)}.",
            Verdict.Worse when baseline.Events > 0 && advice is null => $"{comparison} ({figures}): {FewerIsNotNone(wording)}.",
            Verdict.Better => $"{comparison} ({figures}): prefer {contrast.Model} where {wording.Matters}.",
            Verdict.Worse => $"{comparison} ({figures}): {advice ?? $"prefer {contrast.Baseline} where {wording.Matters}"}.",
            Verdict.Same =>
                $"{contrast.Model} and {contrast.Baseline} do not differ in {wording.Noun} ({figures}): choose by {Alternatives(contrast, [.. beside])}.",
            _ => $"This run cannot tell {contrast.Model} from {contrast.Baseline} by {wording.Noun} ({figures}): {contrast.Needed}.",
        };
    }

    /// <summary>What does tell the two apart, and whom it speaks for.</summary>
    private string Alternatives(Contrast contrast, IReadOnlyList<Contrast> beside)
    {
        var others = beside.Where(other => other.DerivedFrom is null && other.Metric != contrast.DerivedFrom).ToList();
        string[] sides = [.. Side(Verdict.Better, contrast.Model), .. Side(Verdict.Worse, contrast.Baseline)];
        return sides.Length == 0 ? "something else" : string.Join(", or by ", sides);

        IEnumerable<string> Side(Verdict verdict, string winner)
        {
            string[] nouns =
            [
                .. others.Where(other => other.Verdict == verdict).Select(other =>
                    $"{WordingOf(other).Noun}{(other.Ratio is { } ratio ? $" ({Quantity.Ratio(ratio)})" : "")}"),
            ];
            if (nouns.Length > 0)
            {
                var list = nouns.Length == 1 ? nouns[0] : $"{string.Join(", ", nouns[..^1])} and {nouns[^1]}";
                yield return $"{list}, where {winner} {(IsMany(winner) ? "do" : "does")} better";
            }
        }
    }

    private Wording WordingOf(Contrast contrast) => wordings.GetValueOrDefault((contrast.Scenario, contrast.Metric)) ?? FromName(contrast.Metric);

    private static Wording FromName(string metric)
    {
        var words = metric.Replace('-', ' ');
        return new Wording(words, $"one must choose by {words}");
    }

    private static string Comparison(Contrast contrast, string noun, Result baseline)
    {
        var (model, other) = (contrast.Model, contrast.Baseline);
        var show = IsMany(model) ? "show" : "shows";
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

    /// <summary>The loop is one; threads, tasks and grains are many.</summary>
    private static bool IsMany(string model) => model.EndsWith('s');

    /// <summary>Of rare faults, one is too many: the model with fewer is no better a choice.</summary>
    private static string FewerIsNotNone(Wording wording) => $"fewer is not none, so choose neither where {wording.Matters}";

    private static string Percent(double share) => $"{Quantity.Number(Math.Round(share * 100, share < 0.01 ? 2 : 0))} %";
}
