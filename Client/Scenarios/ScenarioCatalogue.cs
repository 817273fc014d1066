namespace Interleave.Client.Scenarios;

/// <summary>Every scenario of this assembly: a new folder with a scenario in it is all it takes to be found.</summary>
internal static class ScenarioCatalogue
{
    public static IReadOnlyList<IScenario> All { get; } =
    [
        .. typeof(ScenarioCatalogue).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IScenario)))
            .Where(type => type.GetConstructor(Type.EmptyTypes) is not null) // One that is made of a file is not of this program.
            .Select(type => (IScenario)Activator.CreateInstance(type)!) // Scenarios have no constructor arguments.
            .OrderBy(scenario => scenario.Name, StringComparer.Ordinal),
    ];
}
