using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging.Claims;

/// <summary>The command that tests a claim again: all that it needs, no less than was run, and nothing else.</summary>
internal static class ClaimRepetition
{
    public static string CommandFor(Claim claim, Plan plan, IReadOnlyList<IScenario> scenarios)
    {
        var needed = scenarios.Where(scenario => claim.Scenarios.Contains(scenario.Name)).ToList();
        var silos = claim.Models.Contains(Model.Grains.Name) ? $" --silos {plan.Silos}" : "";
        var parameters = plan.Parameters
            .Where(given => GivenParameters.Matches(given.Key, needed).Any())
            .Select(given => $" --param {given.Key}={given.Value}");
        return FormattableString.Invariant(
            $"interleave claims {claim.Id} --profile {plan.Profile.ToString().ToLowerInvariant()} --rounds {Math.Max(plan.Rounds, Verdicts.FewestRounds)}")
            + FormattableString.Invariant($"{silos} --seed {plan.Seed}")
            + string.Concat(parameters);
    }
}
