using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging.Claims;

/// <summary>Every claim, with its rule where there is one.</summary>
internal sealed class ClaimCatalogue(IReadOnlyList<Claim> claims, IReadOnlyList<IClaimRule> rules, IReadOnlyList<IScenario> scenarios)
{
    private readonly Dictionary<string, IClaimRule> _rules = rules.ToDictionary(rule => rule.Claim);

    public IReadOnlyList<Claim> Claims => claims;

    public static ClaimCatalogue Create(IReadOnlyList<IScenario> scenarios) => new(
        ClaimFile.Read(),
        [
            .. typeof(ClaimCatalogue).Assembly.GetTypes()
                .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IClaimRule)))
                .Select(type => (IClaimRule)Activator.CreateInstance(type)!), // Rules have no constructor arguments.
        ],
        scenarios);

    /// <summary>Scenarios, then models, that a claim waits for.</summary>
    public IReadOnlyList<string> Lacking(Claim claim)
    {
        var known = scenarios.Where(scenario => claim.Needs.Contains(scenario.Name)).ToList();
        return
        [
            .. claim.Needs.Except(known.Select(scenario => scenario.Name)).Select(name => $"`{name}`"),
            .. known.Count == 0 ? [] : claim.Models.Except(known.SelectMany(scenario => scenario.Models).Select(model => model.Name)).Select(Lack),
        ];
    }

    public IEnumerable<ClaimVerdict> Judge(Evidence evidence) => claims.Select(claim => Judge(claim, evidence));

    private ClaimVerdict Judge(Claim claim, Evidence evidence)
    {
        var lacking = string.Join(", ", Lacking(claim));
        var ruling = _rules.TryGetValue(claim.Id, out var rule)
            ? rule.Judge(evidence)
            : Ruling.NotTested(lacking.Length > 0 ? lacking : "a rule");
        if (ruling.Finding != Finding.NotTested)
        {
            var absent = claim.Models.Except(evidence.Run.Plan.Models).Select(Lack).Union(Lacking(claim)).ToList();
            ruling = ruling.Noting(absent.Count == 0 ? null : $"still without {string.Join(", ", absent)}").Noting(Disturbance(claim, evidence.Run));
        }

        return new ClaimVerdict(claim.Id, ruling.Finding, ruling.Figures)
        {
            Claim = claim.Statement,
            Meaning = Means(claim, ruling.Finding),
            Repeat = Repeat(claim, evidence.Run.Plan),
        };
    }

    /// <summary>Disturbed rounds are kept, so a verdict that rests on them says so.</summary>
    private static string? Disturbance(Claim claim, Run run)
    {
        var trials = run.Trials.Where(trial => claim.Needs.Contains(trial.Scenario)).ToList();
        var disturbed = trials.Count(trial => trial.Disturbed);
        return disturbed == 0 ? null : $"the machine disturbed {disturbed} of {trials.Count} trials";
    }

    private static string Lack(string model) => $"the model `{model}`";

    private static string Means(Claim claim, Finding finding) => finding switch
    {
        Finding.Supported => claim.Means.Supported,
        Finding.Refuted => claim.Means.Refuted,
        Finding.Inconclusive => "These figures leave it open: choose by something else, or repeat it with more rounds.",
        _ => "Nothing is known of it on this machine.",
    };

    private static string Repeat(Claim claim, Plan plan) =>
        FormattableString.Invariant($"interleave claims {claim.Id} --profile {plan.Profile.ToString().ToLowerInvariant()} --rounds {plan.Rounds} --silos {plan.Silos} --seed {plan.Seed}")
        + string.Concat(plan.Parameters.Select(parameter => $" --param {parameter.Key}={parameter.Value}"));
}
