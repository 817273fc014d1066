using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging.Claims;

/// <summary>Every claim, with its rule where there is one.</summary>
internal sealed class ClaimCatalogue(IReadOnlyList<Claim> claims, IReadOnlyList<ClaimRule> rules, IReadOnlyList<IScenario> scenarios)
{
    private readonly Dictionary<string, ClaimRule> _rules = rules.ToDictionary(rule => rule.Claim);

    public IReadOnlyList<Claim> Claims => claims;

    public static ClaimCatalogue Create(IReadOnlyList<IScenario> scenarios) => new(ClaimFile.Read(), Rules(), scenarios);

    /// <summary>Every rule of this assembly.</summary>
    public static IReadOnlyList<ClaimRule> Rules() =>
    [
        .. typeof(ClaimCatalogue).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ClaimRule)))
            .Select(type => (ClaimRule)Activator.CreateInstance(type)!), // Rules have no constructor arguments.
    ];

    /// <param name="runs">The run that claims are decided by, and beside it those that differ from it in the number of silos.</param>
    public IReadOnlyList<ClaimVerdict> Decide(IReadOnlyList<Run> runs)
    {
        var evidence = new Evidence(runs, scenarios);
        return [.. claims.Select(claim => Decide(claim, evidence))];
    }

    private ClaimVerdict Decide(Claim claim, Evidence evidence)
    {
        var ruling = RulingOn(claim, evidence);
        return new ClaimVerdict(claim.Id, ruling.Finding, ruling.Figures)
        {
            Claim = claim.Statement,
            Meaning = MeaningOf(claim, ruling.Finding),
            Repeat = ClaimRepetition.CommandFor(claim, evidence.Run.Plan, scenarios),
        };
    }

    /// <summary>What the claim's own rule says, unless too little was there for it to say anything.</summary>
    private Ruling RulingOn(Claim claim, Evidence evidence)
    {
        var known = scenarios.Where(scenario => claim.Scenarios.Contains(scenario.Name)).ToList();
        var absent = claim.Scenarios.Except(known.Select(scenario => scenario.Name)).Select(name => $"the scenario `{name}`").ToList();
        var strangers = known.Count == 0 ? [] : ModelsOf(claim.Models.Except(known.SelectMany(scenario => scenario.Models).Select(model => model.Name)));
        var cores = evidence.Run.Environment.Cores;
        if (known.Count == 0 || !_rules.TryGetValue(claim.Id, out var rule))
        {
            return Ruling.NotTested($"{List([.. absent, .. strangers, .. known.Count == 0 ? (string[])[] : ["a rule"]])}, which this version lacks");
        }

        if (cores < claim.Cores)
        {
            return Ruling.NotTested($"{claim.Cores} cores; this machine has {cores}");
        }

        var ruling = rule.Decide(evidence);
        // What fails in one part has failed; what holds in those parts that were there has not yet held.
        var unseen = ruling.Finding is Finding.Refuted or Finding.NotTested ? null : Unseen(claim, evidence, strangers);
        return unseen is not null ? Ruling.NotTested($"{unseen}; so far {ruling.Figures}")
            : ruling.Finding == Finding.NotTested ? strangers.Count == 0 ? ruling : Ruling.NotTested($"{List(strangers)}, which this version lacks")
            : ruling.Noting(absent.Count == 0 ? null : $"without {List(absent)}, which this version lacks").Noting(Disturbance(claim, evidence.Run));
    }

    private static string? Unseen(Claim claim, Evidence evidence, List<string> strangers)
    {
        if (strangers.Count > 0)
        {
            return $"{List(strangers)}, which this version lacks";
        }

        var leftOut = ModelsOf(claim.Models.Except(evidence.Run.Plan.Models));
        var silos = claim.Silos.Except(evidence.Silos).ToList();
        return leftOut.Count > 0 ? $"{List(leftOut)}, which this run leaves out"
            : silos.Count > 0 ? $"a run with {List([.. silos.Select(number => FormattableString.Invariant($"{number}"))])} {(silos is [1] ? "silo" : "silos")}"
            : null;
    }

    /// <summary>Disturbed rounds are kept, so a verdict that rests on them says so.</summary>
    private static string? Disturbance(Claim claim, Run run)
    {
        var trials = run.Trials.Where(trial => claim.Scenarios.Contains(trial.Scenario)).ToList();
        var disturbed = trials.Count(trial => trial.Disturbed);
        return disturbed == 0 ? null : $"the machine disturbed {disturbed} of {trials.Count} trials";
    }

    private static string MeaningOf(Claim claim, Finding finding) => finding switch
    {
        Finding.Supported => claim.Meaning.Supported,
        Finding.Refuted => claim.Meaning.Refuted,
        Finding.Inconclusive => "These figures leave it open: choose by something else, or repeat it with a longer profile.",
        _ => "Nothing is known of it on this machine.",
    };

    private static List<string> ModelsOf(IEnumerable<string> names) => [.. names.Select(name => $"the model `{name}`")];

    private static string List(List<string> items) =>
        items.Count == 1 ? items[0] : $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}";
}
