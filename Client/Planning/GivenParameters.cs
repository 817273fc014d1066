using Interleave.Client.Scenarios;
using Interleave.Silo;

namespace Interleave.Client.Planning;

/// <summary>The parameters that were given on the command line, by scenario.</summary>
internal sealed class GivenParameters
{
    /// <summary>Not of a scenario, but of the silos that carry the grains of any.</summary>
    public const string PlacementParameter = "placement";

    private readonly Dictionary<string, Dictionary<string, double>> _byScenario = [];
    private readonly Dictionary<string, Dictionary<string, string>> _texts = [];
    private readonly Dictionary<string, string> _asWritten = [];

    private GivenParameters()
    {
    }

    /// <summary>What a run keeps of them: of a text, only what is no secret.</summary>
    public IReadOnlyDictionary<string, string> AsWritten => _asWritten;

    /// <summary>Where the run's own silos place grains; null where that is left to them.</summary>
    public Placement? Placement { get; private set; }

    public IReadOnlyDictionary<string, double> For(IScenario scenario) => _byScenario.GetValueOrDefault(scenario.Name, []);

    public IReadOnlyDictionary<string, string> TextsFor(IScenario scenario) => _texts.GetValueOrDefault(scenario.Name, []);

    public static GivenParameters Read(IReadOnlyList<string> texts, IReadOnlyList<IScenario> scenarios, Faults faults)
    {
        var given = new GivenParameters();
        foreach (var text in texts)
        {
            if (text.Split('=', 2, StringSplitOptions.TrimEntries) is [PlacementParameter, var placement])
            {
                given.Placement = PlacementName.Read(placement, $"{PlacementParameter} in --param:", faults.Add);
                given._asWritten[PlacementParameter] = placement;
            }
            else if (text.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value])
            {
                given.Add(name, value, scenarios, faults);
            }
            else
            {
                faults.Add($"Parameter '{text}' in --param has no value: write name=value, as in --param delay=20.");
            }
        }

        given.AddFromEnvironment(scenarios, faults);
        faults.Add(texts
            .CountBy(text => text.Split('=')[0].Trim())
            .Where(named => named.Value > 1)
            .Select(named => $"Parameter '{named.Key}' in --param was given {named.Value} times: once is allowed."));
        return given;
    }

    private void Add(string name, string value, IReadOnlyList<IScenario> scenarios, Faults faults)
    {
        var matches = Matches(name, scenarios).ToList();
        var texts = MatchingTexts(name, scenarios).ToList();
        if (matches.Count == 0 && texts.Count == 0)
        {
            var allowed = scenarios
                .SelectMany(scenario => scenario.Parameters.Select(parameter => parameter.Name).Concat(scenario.Texts.Select(text => text.Name)))
                .Distinct()
                .ToList();
            faults.Add($"Unknown parameter '{name}' in --param: {NearestName.Hint(name, allowed)}");
        }

        foreach (var (scenario, parameter) in matches)
        {
            if (parameter.Read(value) is not { } number)
            {
                faults.Add($"Parameter {scenario.Name}.{parameter.Name} in --param is '{value}': {parameter.Allowed} is allowed.");
                continue;
            }

            _byScenario.TryAdd(scenario.Name, []);
            _byScenario[scenario.Name][parameter.Name] = number;
            _asWritten[name] = value;
        }

        foreach (var (scenario, text) in texts)
        {
            if (text.Shown(value) is not { } shown)
            {
                faults.Add($"Parameter {scenario.Name}.{text.Name} in --param cannot be used: {text.Allowed} is allowed."); // The value may hold a secret.
                continue;
            }

            AddText(scenario, text, value);
            _asWritten[name] = shown;
        }
    }

    /// <summary>Texts that the command line does not give.</summary>
    private void AddFromEnvironment(IReadOnlyList<IScenario> scenarios, Faults faults)
    {
        foreach (var (scenario, text) in scenarios.SelectMany(scenario => scenario.Texts, (scenario, text) => (scenario, text)))
        {
            if (TextsFor(scenario).ContainsKey(text.Name) || Environment.GetEnvironmentVariable(text.Variable) is not { Length: > 0 } value)
            {
                continue;
            }

            if (text.Shown(value) is null)
            {
                faults.Add($"The variable {text.Variable} cannot be used: {text.Allowed} is allowed.");
                continue;
            }

            AddText(scenario, text, value);
        }
    }

    private void AddText(IScenario scenario, TextParameter text, string value)
    {
        _texts.TryAdd(scenario.Name, []);
        _texts[scenario.Name][text.Name] = value;
    }

    private static IEnumerable<(IScenario Scenario, TextParameter Text)> MatchingTexts(string name, IReadOnlyList<IScenario> scenarios) =>
        from scenario in scenarios
        from text in scenario.Texts
        where name == text.Name || name == $"{scenario.Name}.{text.Name}"
        select (scenario, text);

    /// <summary><c>delay</c> is the parameter of every scenario that has it, <c>io.delay</c> that of one.</summary>
    public static IEnumerable<(IScenario Scenario, Parameter Parameter)> Matches(string name, IReadOnlyList<IScenario> scenarios) =>
        from scenario in scenarios
        from parameter in scenario.Parameters
        where name == parameter.Name || name == $"{scenario.Name}.{parameter.Name}"
        select (scenario, parameter);
}
