using Interleave.Client.Scenarios;

namespace Interleave.Client.Workers.Wire;

/// <summary>What a worker is for, for as long as it lives.</summary>
/// <param name="Model">The model that it carries; null for the same work done in sequence.</param>
/// <param name="Parameters">The value of every parameter of the scenario.</param>
/// <param name="IoServer">Where the I/O server listens.</param>
/// <param name="Silos">Where its grains live; null for a worker that has none.</param>
internal sealed record Assignment(string Scenario, string? Model, int Seed, IReadOnlyDictionary<string, double> Parameters, Uri IoServer, AssignedSilos? Silos)
{
    /// <summary>Texts that the scenario was given, some of them secret: they travel in pipes only.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>What says what the scenario is, where it is not of this program; see <see cref="IScenario.Definition"/>.</summary>
    public ScenarioDefinition? Definition { get; init; }
}
