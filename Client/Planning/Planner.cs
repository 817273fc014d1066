using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Planning;

/// <summary>Turns a request into a plan, or into all of its faults at once.</summary>
internal sealed class Planner(IReadOnlyList<IScenario> catalogue)
{
    public const string AllScenarios = "all";
    private const int DefaultSeed = 1;
    private const int DefaultSilos = 2;

    /// <summary>More silo processes than these teach nothing on one machine.</summary>
    public const int MostSilos = 32;

    private static readonly WholeNumber Silos = new("--silos", 0, MostSilos);
    private static readonly WholeNumber Rounds = new("--rounds", 1, 1000);
    private static readonly WholeNumber Launches = new("--launches", 1, 100);
    private static readonly WholeNumber Cores = new("--cores", 1, Environment.ProcessorCount);
    private static readonly WholeNumber Seed = new("--seed", 0, int.MaxValue);

    public static int DefaultRounds(Profile profile) => profile switch
    {
        Profile.Quick => 6, // The fewest that decide anything.
        Profile.Standard => 10,
        _ => 20,
    };

    public static int DefaultLaunches(Profile profile) => profile switch
    {
        Profile.Quick => 1,
        Profile.Standard => 3,
        _ => 5,
    };

    /// <exception cref="UserError">Something in the request is not allowed; every fault has its line.</exception>
    public RunPlan Plan(PlanRequest request)
    {
        var faults = new Faults();
        return Plan(request, faults) ?? throw faults.ToError();
    }

    /// <summary>The plan, or null and a line in <paramref name="faults"/> for everything in the request that is not allowed.</summary>
    public RunPlan? Plan(PlanRequest request, Faults faults)
    {
        var before = faults.Count;
        var profile = ReadProfile(request.Profile, faults);
        var silos = Silos.Read(request.Silos, faults);
        var rounds = Rounds.Read(request.Rounds, faults) ?? DefaultRounds(profile);
        var launches = ReadLaunches(request.Launches, rounds, faults) ?? Math.Min(rounds, DefaultLaunches(profile));
        var cores = ReadCores(request.Cores, faults);
        var seed = Seed.Read(request.Seed, faults);
        var beforeScenarios = faults.Count;
        var scenarios = ChooseScenarios(request, faults);
        // Beside an unknown scenario, a name is at fault only where no scenario at all knows it.
        var possible = faults.Count > beforeScenarios ? catalogue : scenarios;
        var models = ChooseModels(request, possible, faults);
        var given = GivenParameters.Read(request.Parameters, possible, faults);
        if (faults.Count > before)
        {
            return null;
        }

        var isTour = request.Scenarios.Count == 0;
        var planned = scenarios
            .Select(scenario => PlanScenario(
                scenario,
                models,
                new Settings(profile, given.For(scenario)) { Seed = seed ?? DefaultSeed, Texts = given.TextsFor(scenario) },
                variant => (variant.IsHeadline || !isTour) && variant.NeedsSilos <= Math.Max(1, silos ?? DefaultSilos),
                cores))
            .Where(scenario => scenario.Pairs.Any())
            .ToList();
        return new RunPlan(planned, new Plan(
            [.. planned.Select(scenario => scenario.Scenario.Name)],
            [.. Model.All.Where(model => planned.Any(scenario => scenario.Models.Contains(model))).Select(model => model.Name)],
            silos ?? DefaultSilos,
            rounds,
            profile,
            seed ?? DefaultSeed,
            given.AsWritten)
        {
            Launches = launches,
            Cores = cores,
            Variants =
            [
                .. planned.SelectMany(
                    scenario => scenario.Variants,
                    (scenario, variant) => new PlannedVariant(scenario.Scenario.Name, variant.Name, variant.ComparedWith)
                    {
                        IsHeadline = variant.IsHeadline,
                        Advice = variant.Advice,
                    }),
                .. from scenario in planned
                   from figure in scenario.Scenario.FiguresOverVariants.DistinctBy(figure => figure.Variant)
                   from name in cores.Count == 0 ? [figure.Variant] : cores.Select(number => PinnedVariant.Pinned(figure.Variant, number))
                   select new PlannedVariant(scenario.Scenario.Name, name, name),
            ],
            Metrics =
            [
                .. planned.SelectMany(
                    scenario => scenario.Scenario.Headlines
                        .Concat(scenario.Scenario.Metrics)
                        .Concat(scenario.Scenario.FiguresOverVariants.Select(figure => figure.Metric))
                        .Concat(CommonMetrics.All)
                        .DistinctBy(metric => metric.Name),
                    (scenario, metric) => metric.PlannedFor(scenario.Scenario.Name) with { IsHeadline = scenario.Scenario.Headlines.Contains(metric) }),
            ],
        })
        {
            Placement = given.Placement,
            // A quick run of several scenarios traces only the variants that answer their questions; a run of one traces them all.
            Traces = profile == Profile.Quick && planned.Count > 1 ? variant => variant.IsHeadline : _ => true,
        };
    }

    private static Profile ReadProfile(string? given, Faults faults)
    {
        var allowed = Enum.GetValues<Profile>().ToDictionary(profile => profile.ToString().ToLowerInvariant());
        if (given is null || allowed.ContainsKey(given))
        {
            return given is null ? Profile.Quick : allowed[given];
        }

        faults.Add($"Unknown profile '{given}' in --profile: {NearestName.Hint(given, allowed.Keys)}");
        return Profile.Quick;
    }

    private static int? ReadLaunches(string? given, int rounds, Faults faults)
    {
        var launches = Launches.Read(given, faults);
        return launches > rounds ? faults.Refuse<int?>($"--launches is '{given}': each needs a round, and there are {rounds}.") : launches;
    }

    private static IReadOnlyList<int> ReadCores(string? given, Faults faults)
    {
        if (given is not null && !OperatingSystem.IsLinux())
        {
            faults.Add("--cores pins processes as Linux does: leave it out on this system.");
        }

        return [.. (given?.Split(',', StringSplitOptions.TrimEntries) ?? []).Select(number => Cores.Read(number, faults)).OfType<int>().Distinct()];
    }

    private static PlannedScenario PlanScenario(
        IScenario scenario, IReadOnlyList<Model> models, Settings settings, Func<IVariant, bool> isWanted, IReadOnlyList<int> cores)
    {
        List<IVariant> variants = [.. scenario.Variants(settings).Where(isWanted)];
        return new(
            scenario,
            settings,
            cores.Count == 0 ? variants : [.. variants.SelectMany(variant => cores, (variant, number) => new PinnedVariant(variant, number))],
            [.. models.Where(scenario.Models.Contains)]);
    }

    private List<IScenario> ChooseScenarios(PlanRequest request, Faults faults)
    {
        if (request.Scenarios is [AllScenarios])
        {
            return [.. catalogue];
        }

        if (request.Scenarios.Count == 0)
        {
            return [.. Tour.Scenarios.SelectMany(name => catalogue.Where(scenario => scenario.Name == name))];
        }

        var names = catalogue.Select(scenario => scenario.Name).Append(AllScenarios).ToList();
        var chosen = new List<IScenario>();
        foreach (var name in request.Scenarios.Distinct())
        {
            if (catalogue.SingleOrDefault(scenario => scenario.Name == name) is { } scenario)
            {
                chosen.Add(scenario);
            }
            else if (name == AllScenarios)
            {
                faults.Add($"Scenario '{AllScenarios}' means every scenario: it stands alone.");
            }
            else
            {
                faults.Add($"Unknown scenario '{name}': {NearestName.Hint(name, names)}");
            }
        }

        return chosen;
    }

    private static List<Model> ChooseModels(PlanRequest request, IReadOnlyList<IScenario> scenarios, Faults faults)
    {
        var available = Model.All.Where(model => scenarios.Any(scenario => scenario.Models.Contains(model))).ToList();
        if (request.Models.Count == 0)
        {
            return available;
        }

        var chosen = new List<Model>();
        foreach (var name in request.Models.Distinct())
        {
            if (Model.All.SingleOrDefault(model => model.Name == name) is not { } model)
            {
                faults.Add($"Unknown model '{name}' in --models: {NearestName.Hint(name, [.. Model.All.Select(model => model.Name)])}");
            }
            else if (!available.Contains(model))
            {
                faults.Add($"Model '{name}' in --models answers none of {Names(scenarios)}. Allowed: {string.Join(", ", available)}.");
            }
            else
            {
                chosen.Add(model);
            }
        }

        return chosen;
    }

    private static string Names(IEnumerable<IScenario> scenarios) => string.Join(", ", scenarios.Select(scenario => scenario.Name));
}
