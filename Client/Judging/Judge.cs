using Interleave.Client.Judging.Checks;
using Interleave.Client.Judging.Claims;
using Interleave.Client.Judging.Readings;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging;

/// <summary>Draws every conclusion from what a run measured; the same trials give the same conclusions.</summary>
internal sealed class Judge(IReadOnlyList<IScenario> scenarios, IReadOnlyList<IRule> rules)
{
    private readonly Contrasts _contrasts = new(ContrastSentences.Create(scenarios));
    private readonly ClaimCatalogue _claims = ClaimCatalogue.Create(scenarios);

    public static Judge Create(IReadOnlyList<IScenario> scenarios) => new(scenarios, RuleCatalogue.All);

    /// <param name="measured">The run with its trials, and with a check for each answer that they found.</param>
    public Run Conclude(Run measured)
    {
        var checks = measured.Checks
            .Concat(rules.SelectMany(rule => rule.Judge(measured)))
            .DistinctBy(check => (TrialName.Of(check), check.Name))
            .ToList();
        var run = measured with { Checks = checks };
        var trials = new SortedTrials(run, scenarios);
        var results = Results.Of(run.Plan, trials).ToList();
        return run with
        {
            Results = results,
            Contrasts = [.. _contrasts.Of(run.Plan, trials, results)],
            Claims = [.. _claims.Decide([run])],
        };
    }
}
