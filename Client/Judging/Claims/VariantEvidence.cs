using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;

namespace Interleave.Client.Judging.Claims;

/// <summary>One variant of a scenario in one run, where rules look for figures.</summary>
/// <param name="Missing">What the run would have to hold for this variant to be there; null when it does.</param>
internal sealed record VariantEvidence(string Scenario, string Variant, Run Run, SortedTrials Trials, string? Missing)
{
    /// <summary>The models that succeeded here at least once.</summary>
    public IReadOnlyList<string> Models => [.. Run.Plan.Models.Where(model => Trials.Sound(Scenario, Variant, model).Any())];

    public Figure Figure(string metric, string model) => Figure(MeasuredQuantity.Metric(metric), model);

    public Figure Figure(MeasuredQuantity quantity, string model)
    {
        var metric = PlannedMetric(quantity.Name);
        var rounds =
            from trial in Trials.Sound(Scenario, Variant, model)
            let value = quantity.Of(trial)
            where value is not null
            select new RoundValue(trial.Round, trial.Launch, value.Value);
        var measured = rounds.ToList();
        return new Figure(Variant, model, quantity.Name, quantity.Unit ?? metric?.Unit ?? "1", measured)
        {
            Resolution = metric?.Resolution ?? 0,
            Missing = measured.Count > 0 ? null : Missing ?? WhatIsMissing(quantity.Name, model),
        };
    }

    /// <summary>A metric of one model over that of another, round by round.</summary>
    public Figure Ratio(string metric, string model, string over) => Figure(metric, model).Over(Figure(metric, over));

    /// <inheritdoc cref="Ratio(string, string, string)"/>
    public Figure Ratio(MeasuredQuantity quantity, string model, string over) => Figure(quantity, model).Over(Figure(quantity, over));

    /// <summary>What a metric counts, summed over all rounds, and the occasions that its exposure metric counts.</summary>
    public EventFigure Events(string metric, string model)
    {
        var occasions = PlannedMetric(metric)?.Exposure ?? "";
        var rounds = (
            from trial in Trials.Sound(Scenario, Variant, model)
            where trial.Metrics.ContainsKey(metric) && trial.Metrics.ContainsKey(occasions)
            select (Events: trial.Metrics[metric], Occasions: trial.Metrics[occasions])).ToList();
        return rounds.Sum(round => round.Occasions) > 0
            ? new EventFigure(Variant, model, metric, EventRate.Of(rounds))
            : new EventFigure(Variant, model, metric, Rate: null) { Missing = Missing ?? WhatIsMissing(metric, model) };
    }

    /// <summary>The models that gave an answer of this name, right or wrong.</summary>
    public IEnumerable<string> Answering(string name) => ChecksOf(name).Select(check => check.Model).Distinct();

    /// <summary>Whether every answer of this name was right.</summary>
    public Ruling Answers(string name, string model)
    {
        var checks = ChecksOf(name).Where(check => check.Model == model).ToList();
        var right = checks.Count(check => check.Ok);
        return checks.Count == 0
            ? Ruling.NotTested(Missing ?? $"an answer of `{model}`")
            : new Ruling(right == checks.Count ? Finding.Supported : Finding.Refuted, $"{Variant}: {model} right {right} of {checks.Count} times");
    }

    /// <summary>A parameter that the trials of this variant ran with; null where none is recorded.</summary>
    public double? Parameter(string name) => Run.Trials
        .Where(trial => (trial.Scenario, trial.Variant) == (Scenario, Variant) && trial.Parameters.ContainsKey(name))
        .Select(trial => (double?)trial.Parameters[name])
        .FirstOrDefault();

    private PlannedMetric? PlannedMetric(string name) => Run.Plan.Metrics.FirstOrDefault(planned => planned.Scenario == Scenario && planned.Name == name);

    private IEnumerable<Check> ChecksOf(string name) =>
        Run.Checks.Where(check => (check.Scenario, check.Variant, check.Name) == (Scenario, Variant, name));

    private string WhatIsMissing(string metric, string model) =>
        !Trials.Of(Scenario, Variant, model).Any() ? $"the model `{model}`"
        : !Trials.Sound(Scenario, Variant, model).Any() ? $"a round in which `{model}` did not fail"
        : $"the metric `{metric}`";
}
