using System.Globalization;
using Interleave.Client.Capacity;
using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Advice;

/// <summary>Ranks models for a rate in plain words, from nothing but what was measured of them.</summary>
/// <param name="found">What was measured.</param>
/// <param name="asked">The rate.</param>
/// <param name="silos">Over how many silo processes grains were spread.</param>
internal sealed class Ranking(IReadOnlyList<ModelCapacity> found, double asked, int silos)
{
    private readonly Dictionary<Model, CostAtRate> _costs = found.ToDictionary(model => model.Model, CostAtRate.Of);

    public IEnumerable<string> Lines()
    {
        var places = Places();
        yield return "";
        yield return places.Count == 0
            ? $"No model carries {RateText.Of(asked)} within the goal on this machine."
            : $"For {RateText.Of(asked)}, the rate that the file asks for:";
        for (var place = 0; place < places.Count; place++)
        {
            var equal = places[place];
            var reasons = equal.Select(model => Reason(model, isNamed: equal.Count > 1));
            yield return $"{place + 1}. {Names(equal)}{(equal.Count > 1 ? ", equal here" : "")}: {string.Join("; ", reasons)}.";
            if (place > 0 && Behind(equal[0], places[place - 1][0]) is { } why)
            {
                yield return $"   Behind {Names(places[place - 1])}, because {why}.";
            }
        }

        foreach (var model in found.Where(model => !Carries(model)))
        {
            yield return $"–  {model.Model}: {WhyNot(model)}";
        }

        foreach (var change in WhatWouldChangeIt(places))
        {
            yield return change;
        }
    }

    /// <summary>Those that carry the rate, the cheapest first; models that do not differ share a place.</summary>
    private List<List<ModelCapacity>> Places()
    {
        var places = new List<List<ModelCapacity>>();
        foreach (var model in found.Where(Carries).OrderBy(model => Rank(_costs[model.Model].Cores)).ThenBy(model => Rank(_costs[model.Model].Memory)))
        {
            if (places.Count > 0 && places[^1].All(other => AreEqual(model, other)))
            {
                places[^1].Add(model);
            }
            else
            {
                places.Add([model]);
            }
        }

        return places;
    }

    private bool Carries(ModelCapacity model) => model.Asked.Count > 0 && model.Asked.All(trial => trial.Holds) && model.Low >= asked;

    private bool AreEqual(ModelCapacity one, ModelCapacity other) =>
        one.Overlaps(other) && Cost(one).CostsTheSameCores(Cost(other)) && Cost(one).CostsTheSameMemory(Cost(other));

    private CostAtRate Cost(ModelCapacity model) => _costs[model.Model];

    private string Reason(ModelCapacity model, bool isNamed)
    {
        var (cost, most) = (Cost(model), model.IsBound ? $"at least {RateText.Of(model.Low)}" : $"up to {RateText.Of(model.Median)}");
        var costs = new[] { Figure(cost.Cores, "{core}"), Figure(cost.Memory, "By"), Figure(cost.Threads, "{thread}") }.OfType<string>();
        var end = model is { IsBound: false, AtFailure.GaveOut: { } first } ? $", then {first.What} gave out" : "";
        var capacity = $"carries {most} ({RateText.Of(model.Low)} – {RateText.Of(model.High)}){end}";
        return $"{(isNamed ? $"{model.Model} " : "")}{capacity}; at {RateText.Of(asked)} it takes {string.Join(", ", costs)}";
    }

    private string? Behind(ModelCapacity model, ModelCapacity better)
    {
        var (cost, other) = (Cost(model), Cost(better));
        return !cost.CostsTheSameCores(other) ? $"it keeps {Figure(cost.Cores, "{core}")} busy and not {Figure(other.Cores, "{core}")}"
            : !cost.CostsTheSameMemory(other) && cost.Memory > other.Memory
                ? $"it takes {Figure(cost.Memory, "By")} and not {Figure(other.Memory, "By")}, for about the same processor time"
            : !model.Overlaps(better) && model.Median < better.Median
                ? $"it carries {RateText.Of(model.Median)} and not {RateText.Of(better.Median)}, at about the same cost"
            : null;
    }

    private string WhyNot(ModelCapacity model) => model.Asked.FirstOrDefault(trial => !trial.Holds) is { } failed
        ? $"does not carry {RateText.Of(asked)}: {failed.Broken}. First to give out: {failed.GaveOut?.What}."
        : model.Brackets.Count == 0 ? "not measured." : $"not surely: its capacity lies between {RateText.Of(model.Low)} and {RateText.Of(model.High)}.";

    private IEnumerable<string> WhatWouldChangeIt(List<List<ModelCapacity>> places)
    {
        var carriers = places.SelectMany(place => place).ToList();
        if (carriers.Count == 0)
        {
            yield break;
        }

        var first = carriers[0];
        if (carriers.Where(model => !model.Overlaps(first) && model.Low > first.High).MaxBy(model => model.Low) is { } more)
        {
            yield return $"With more than {RateText.Of(first.Low)}, choose {more.Model}: it carries {RateText.Of(more.Low)} at least.";
        }

        var lighterOnes = carriers.Where(model => Cost(model).Memory < Cost(first).Memory && !Cost(model).CostsTheSameMemory(Cost(first)));
        if (lighterOnes.MinBy(model => Cost(model).Memory) is { } lighter)
        {
            yield return $"Where memory is short, choose {lighter.Model}: {Figure(Cost(lighter).Memory, "By")} and not {Figure(Cost(first).Memory, "By")}.";
        }

        if (carriers.Any(model => model.Model == Model.Grains) && silos > 1 && first.Model != Model.Grains)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Where state must lie in more than one process, choose grains: they are the only ones here that spread it (over {silos} silos).");
        }
    }

    private static string Names(IEnumerable<ModelCapacity> models) => string.Join(" and ", models.Select(model => model.Model.Name));

    private static string? Figure(double value, string unit) => double.IsFinite(value) ? Quantity.Format(value, unit) : null;

    private static double Rank(double cost) => double.IsFinite(cost) ? cost : double.PositiveInfinity;
}
