using Interleave.Client.Records;

namespace Interleave.Client.Judging.Claims;

/// <summary>One variant of a scenario in one run, where rules look for figures.</summary>
/// <param name="Missing">What the run would have to hold for this place to exist; null when it does.</param>
internal sealed record Place(string Scenario, string Variant, Run Run, SortedTrials Trials, string? Missing)
{
    public const string RatioUnit = "ratio";

    /// <summary>The models that succeeded here at least once.</summary>
    public IReadOnlyList<string> Models => [.. Run.Plan.Models.Where(model => Trials.Sound(Scenario, Variant, model).Any())];

    /// <summary>The model that a claim cannot do without, and those others that it speaks of as far as they ran here.</summary>
    public IEnumerable<string> With(string required, params IEnumerable<string> others) => others.Where(Models.Contains).Prepend(required);

    public Figure Figure(string metric, string model)
    {
        var unit = Run.Plan.Metrics.FirstOrDefault(planned => planned.Scenario == Scenario && planned.Name == metric)?.Unit ?? "1";
        var name = $"{model} {metric}";
        return Lacking(name, metric, Value(metric), model) ?? Claims.Figure.Of(name, unit, [.. Measured(Value(metric), model).Select(pair => pair.Value)]);
    }

    /// <param name="name">What <paramref name="value"/> works out from a trial.</param>
    public Figure Figure(string name, string model, Func<Trial, double?> value) =>
        Lacking($"{model} {name}", name, value, model) ?? Claims.Figure.Of($"{model} {name}", "1", [.. Measured(value, model).Select(pair => pair.Value)]);

    /// <summary>A metric of one model over that of another, round by round.</summary>
    public Figure Ratio(string metric, string model, string over) => Ratio(metric, Value(metric), model, over);

    /// <param name="name">What <paramref name="value"/> works out from a trial.</param>
    public Figure Ratio(string name, Func<Trial, double?> value, string model, string over)
    {
        var full = $"{model}/{over} {name}";
        if ((Lacking(full, name, value, model) ?? Lacking(full, name, value, over)) is { } lacking)
        {
            return lacking;
        }

        var ratios = Measured(value, model)
            .Join(Measured(value, over), pair => pair.Round, pair => pair.Round, (pair, other) => pair.Value == other.Value ? 1 : pair.Value / other.Value)
            .Where(double.IsFinite)
            .ToList();
        return ratios.Count == 0
            ? Claims.Figure.Lacking(full, $"a round in which `{model}` and `{over}` both have {name}")
            : Claims.Figure.Of(full, RatioUnit, ratios);
    }

    /// <summary>What a metric counts, summed over all rounds, and the metric that counts the occasions.</summary>
    public RareEvents Events(string metric, string occasions, string model)
    {
        var name = $"{model} {metric} ({Variant})";
        var missing = Lacking(name, occasions, Value(occasions), model)?.Missing;
        return new RareEvents(name, Sum(metric), Sum(occasions), missing);

        double Sum(string counted) => Measured(Value(counted), model).Sum(pair => pair.Value);
    }

    /// <summary>The models that gave an answer of this name, right or wrong.</summary>
    public IEnumerable<string> Answering(string name) =>
        Run.Checks.Where(check => (check.Scenario, check.Variant, check.Name) == (Scenario, Variant, name)).Select(check => check.Model).Distinct();

    /// <summary>Whether every answer of this name was right.</summary>
    public Ruling Answers(string name, string model)
    {
        var checks = Run.Checks
            .Where(check => (check.Scenario, check.Variant, check.Model, check.Name) == (Scenario, Variant, model, name))
            .ToList();
        var right = checks.Count(check => check.Ok);
        return checks.Count == 0
            ? Ruling.NotTested(Missing ?? $"an answer of `{model}`")
            : new Ruling(right == checks.Count ? Finding.Supported : Finding.Refuted, $"{model} right {right} of {checks.Count} times ({Variant})");
    }

    private static Func<Trial, double?> Value(string metric) => trial => trial.Metrics.TryGetValue(metric, out var value) ? value : null;

    private IEnumerable<(int Round, double Value)> Measured(Func<Trial, double?> value, string model) =>
        from trial in Trials.Sound(Scenario, Variant, model)
        let measured = value(trial)
        where measured is not null
        select (trial.Round, measured.Value);

    private Figure? Lacking(string name, string metric, Func<Trial, double?> value, string model)
    {
        var needs = Missing
            ?? (!Trials.Of(Scenario, Variant, model).Any() ? $"the model `{model}`"
            : !Trials.Sound(Scenario, Variant, model).Any() ? $"a round in which `{model}` did not fail"
            : !Measured(value, model).Any() ? $"the metric `{metric}`"
            : null);
        return needs is null ? null : Claims.Figure.Lacking(name, needs);
    }
}
