using Interleave.Client.Judging.Checks;
using Interleave.Client.Judging.Claims;
using Interleave.Client.Judging.Readings;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging;

/// <summary>Draws every conclusion from what a run measured; the same trials give the same conclusions.</summary>
internal sealed class Judge(ContrastSentences sentences, IReadOnlyList<IRule> rules, ClaimCatalogue claims)
{
    public static Judge Create(IReadOnlyList<IScenario> scenarios) =>
        new(ContrastSentences.Create(scenarios), RuleCatalogue.All, ClaimCatalogue.Create(scenarios));

    /// <param name="measured">The run with its trials, and with a check for each answer that they found.</param>
    public Run Conclude(Run measured)
    {
        var checks = measured.Checks
            .Concat(rules.SelectMany(rule => rule.Judge(measured)))
            .DistinctBy(check => (TrialName.Of(check), check.Name))
            .ToList();
        var trials = new SortedTrials(measured.Trials, checks);
        var results = Results.Of(measured.Plan, trials).ToList();
        var run = measured with
        {
            Checks = checks,
            Results = results,
            Contrasts = [.. new Contrasts(sentences).Of(measured.Plan, trials, results)],
        };
        return run with { Claims = [.. claims.Decide(new Evidence([run]))] };
    }
}
