using Interleave.Client.Models;

namespace Interleave.Client.Scenarios;

/// <summary>One set of inputs of a scenario, under a name.</summary>
internal sealed record Variant<TJob>(string Name, TJob Job)
{
    /// <summary>Set where only some models can run it.</summary>
    public IReadOnlyList<Model>? OnlyOn { get; init; }

    /// <summary>Whether it stands in the tour and in a run's summary.</summary>
    public bool IsHeadline { get; init; } = true;

    /// <summary>How many silos it takes; in a smaller cluster it is left out.</summary>
    public int NeedsSilos { get; init; }

    /// <summary>The parameters that this variant fixes, whatever the run says of them.</summary>
    public IReadOnlyList<(Parameter Parameter, double Value)> Fixes { get; init; } = [];

    /// <summary>What to do instead, where this variant does worse: it shows a use of a model that is to be avoided.</summary>
    public string? Advice { get; init; }

    /// <summary>Set where the baseline cannot run it, and another variant's baseline serves.</summary>
    public string? ComparedWith { get; init; }
}
