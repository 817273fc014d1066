using System.Text.Json.Serialization;

namespace Interleave.Client.Scenarios;

/// <summary>What a worker needs to know a scenario that is not of this program.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Workload), "workload")]
[JsonDerivedType(typeof(Drive), "drive")]
internal abstract record ScenarioDefinition
{
    /// <param name="Text">That of the workload file.</param>
    internal sealed record Workload(string Text) : ScenarioDefinition;

    /// <param name="Assembly">The path of the assembly that holds the grains' interface.</param>
    /// <param name="Call">As it was written.</param>
    internal sealed record Drive(string Assembly, string Call) : ScenarioDefinition;
}
