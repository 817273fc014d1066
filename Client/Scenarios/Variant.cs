using Interleave.Client.Models;

namespace Interleave.Client.Scenarios;

/// <summary>One set of inputs of a scenario, under a name.</summary>
internal sealed record Variant<TJob>(string Name, TJob Job)
{
    /// <summary>Set where only some models can run it.</summary>
    public IReadOnlyList<Model>? OnlyOn { get; init; }

    /// <summary>Set where the baseline cannot run it, and another variant's baseline serves.</summary>
    public string? ComparedWith { get; init; }
}
