using System.Globalization;
using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging.Claims;

/// <summary>Says which runs claims need: their scenarios on the models that they speak of, and nothing else.</summary>
internal sealed class ClaimRequests(IReadOnlyList<Claim> claims, IReadOnlyList<IScenario> scenarios)
{
    /// <summary>One run that serves all claims.</summary>
    /// <exception cref="UserError">No scenario for any of them is there.</exception>
    public PlanRequest ForAll(PlanRequest asked)
    {
        var needed = Needed(claims);
        return needed.Count > 0
            ? asked with { Scenarios = [.. needed.Select(scenario => scenario.Name)], Models = ModelsOf(claims, needed) }
            : throw new UserError($"{string.Join(", ", claims.Select(claim => claim.Id))} cannot be tested yet: no scenario for it is there.");
    }

    /// <summary>A plan for these claims without the models that none of them speaks of where it needs a scenario.</summary>
    /// <param name="silos">Set for a run that serves only those claims that compare this number of silos.</param>
    public RunPlan WithoutIdleModels(RunPlan plan, int? silos = null)
    {
        return plan with { Scenarios = [.. plan.Scenarios.Select(Trimmed)] };

        PlannedScenario Trimmed(PlannedScenario scenario)
        {
            var models = claims
                .Where(claim => claim.Scenarios.Contains(scenario.Scenario.Name) && (silos is not { } number || claim.Silos.Contains(number)))
                .SelectMany(claim => claim.Models)
                .Append(Model.Baseline.Name)
                .ToHashSet();
            return scenario with
            {
                Models = [.. scenario.Models.Where(model => models.Contains(model.Name))],
                Workers = [.. scenario.Workers.Where(worker => worker.Model is { } model && models.Contains(model.Name))],
            };
        }
    }

    /// <summary>Further runs for claims that compare numbers of silos, one for each number but that of the first run.</summary>
    public IEnumerable<PlanRequest> ForOtherSilos(PlanRequest asked, int silosOfFirst) =>
        from silos in claims.SelectMany(claim => claim.Silos).Distinct().Except([Math.Max(1, silosOfFirst)]).Order()
        let comparing = claims.Where(claim => claim.Silos.Contains(silos)).ToList()
        let needed = Needed(comparing)
        where needed.Count > 0
        select asked with
        {
            Scenarios = [.. needed.Select(scenario => scenario.Name)],
            Models = ModelsOf(comparing, needed),
            Parameters = [.. asked.Parameters.Where(parameter => GivenParameters.Matches(parameter.Split('=')[0].Trim(), needed).Any())],
            Silos = silos.ToString(CultureInfo.InvariantCulture),
        };

    private List<IScenario> Needed(IEnumerable<Claim> some) => [.. scenarios.Where(scenario => some.Any(claim => claim.Scenarios.Contains(scenario.Name)))];

    /// <summary>Those that can answer any of the scenarios; the baseline is never left out, since figures are read beside it.</summary>
    private static List<string> ModelsOf(IEnumerable<Claim> some, IEnumerable<IScenario> needed) =>
    [
        .. Model.All
            .Where(model => model == Model.Baseline || some.Any(claim => claim.Models.Contains(model.Name)))
            .Where(model => needed.Any(scenario => scenario.Models.Contains(model)))
            .Select(model => model.Name),
    ];
}
