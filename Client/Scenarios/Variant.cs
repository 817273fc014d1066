using Interleave.Client.Models;

namespace Interleave.Client.Scenarios;

/// <summary>One set of inputs of a scenario, under a name.</summary>
internal sealed record Variant<TJob>(string Name, TJob Job)
{
    /// <summary>Set where only some models can run it.</summary>
    public IReadOnlyList<Model>? OnlyOn { get; init; }

    /// <summary>What to do instead, where this variant does worse: it shows a use of a model that is to be avoided.</summary>
    public string? Advice { get; init; }

    /// <summary>Set where the baseline cannot run it, and another variant's baseline serves.</summary>
    public string? ComparedWith { get; init; }
}
